internal import Synchronization

/// How many bytes have come, told from one task to another.
final class ByteCount: Sendable {
    private let count = Atomic<Int>(0)
    private let isServersTurn = Atomic<Bool>(false)

    var value: Int { count.load(ordering: .relaxed) }

    /// Whether all of a question is asked and its answer has not begun, so that no byte can come.
    var awaitsAnswer: Bool { isServersTurn.load(ordering: .relaxed) }

    func add(_ bytes: Int) {
        count.wrappingAdd(bytes, ordering: .relaxed)
    }

    func awaitAnswer(_ isAwaited: Bool) {
        isServersTurn.store(isAwaited, ordering: .relaxed)
    }
}
