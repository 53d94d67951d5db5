/// Counts what went wrong, and says when trying again has no more sense.
struct FailureTally {
    private var failures = 0
    private var restarts = 0
    private var staleAddresses = 0
    /// The most bytes there have been.
    private var best = 0

    private static let mostRestarts = 4
    private static let mostStaleAddresses = 3

    /// Notes a try that ended with `size` bytes; returns how many have failed in a row without a new byte.
    mutating func failed(
        at size: Int, of total: Int?, _ reason: String, _ source: WebAddress, _ policy: TransferPolicy
    ) throws(TransferError) -> Int {
        if size > best {
            (best, failures, staleAddresses) = (size, 0, 0)
        }
        failures += 1
        guard failures >= policy.tries else { return failures }
        if reason == Self.short, let total {
            throw .endsEarly(source, announced: total, sent: size)
        }
        throw .gaveUp(source, tries: failures, last: reason)
    }

    /// The reason given when a body ends before its announced end.
    static let short = "the connection ended early"

    mutating func startedOver(
        _ reason: TransferNote.Restart, _ source: WebAddress
    ) throws(TransferError) {
        if reason == .rangeIgnored { return }
        restarts += 1
        if restarts > Self.mostRestarts { throw .restless(source) }
    }

    mutating func stale(_ error: TransferError, size: Int) throws(TransferError) {
        if size > best { (best, staleAddresses, failures) = (size, 0, 0) }
        staleAddresses += 1
        if staleAddresses > Self.mostStaleAddresses { throw error }
    }

    /// The file is another one: bytes are counted from 0 again.
    mutating func forgetBest() {
        best = 0
    }
}
