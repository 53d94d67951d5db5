import Synchronization

/// Tells work on another thread to stop.
final class CancellationFlag: Sendable {
    private let raised = Atomic(false)

    /// Whether it is to stop.
    var isRaised: Bool { raised.load(ordering: .relaxed) }

    /// Says so.
    func raise() {
        raised.store(true, ordering: .relaxed)
    }
}
