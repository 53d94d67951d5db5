import Dispatch

/// Work that keeps its thread waiting: on one of those that all tasks share it would hold up the others.
public enum OwnThread {
    /// Does `work` on a thread of its own.
    public static func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "tuneprep.waiting").async { continuation.resume(returning: work()) }
        }
    }
}
