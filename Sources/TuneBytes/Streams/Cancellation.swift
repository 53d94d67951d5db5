internal import Synchronization

/// The wish that a run stop, as every floor reads it: the work of any thread asks now and then whether it is to stop.
///
/// Asking costs an atomic load, and one more for each run around this one.
public final class Cancellation: Sendable {
    private let isRaised = Atomic(false)
    private let condition: @Sendable () -> Bool

    /// Comes true when `cancel` is called, or when `condition` does.
    public init(when condition: @escaping @Sendable () -> Bool = { false }) {
        self.condition = condition
    }

    /// That of a part of a run: comes true alone, or with that of the whole.
    public convenience init(within whole: Cancellation) {
        self.init { whole.isCancelled }
    }

    /// Whether the work is to stop.
    public var isCancelled: Bool { isRaised.load(ordering: .relaxed) || condition() }

    /// Asks for a stop, which cannot be taken back.
    public func cancel() {
        isRaised.store(true, ordering: .relaxed)
    }
}
