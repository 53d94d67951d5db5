/// Counts what went wrong, and says when trying again makes no sense any more.
struct FailureTally {
    private var failures = 0
    private var restarts = 0
    private var staleAddresses = 0
    /// The largest number of bytes there has been.
    private var best = 0

    private static let mostRestarts = 4
    private static let mostStaleAddresses = 3

    /// Notes a try that ended with `size` bytes; returns how many have failed in a row without a new byte.
    ///
    /// Throws when there have been `tries` of them.
    mutating func noteFailure(
        _ reason: String, at size: Int, of total: Int?, address: WebAddress, tries: Int
    ) throws(TransferError) -> Int {
        if size > best {
            (best, failures, staleAddresses) = (size, 0, 0)
        }
        failures += 1
        guard failures >= tries else { return failures }
        if reason == Self.short, let total {
            throw .endsEarly(address, announced: total, sent: size)
        }
        throw .gaveUp(address, tries: failures, last: reason)
    }

    /// The reason given when a body ends before its announced end.
    static let short = "the connection ended early"

    /// Notes that what was received is of no use; throws when that happens again and again.
    mutating func noteRestart(
        _ reason: TransferNote.Restart, of address: WebAddress
    ) throws(TransferError) {
        if reason == .rangeIgnored { return }
        restarts += 1
        if restarts > Self.mostRestarts { throw .restless(address) }
    }

    /// Notes an address that is not good any more; throws `error` when too many in a row were not.
    mutating func noteStaleAddress(_ error: TransferError, size: Int) throws(TransferError) {
        if size > best { (best, staleAddresses, failures) = (size, 0, 0) }
        staleAddresses += 1
        if staleAddresses > Self.mostStaleAddresses { throw error }
    }

    /// The file is another one: bytes are counted from 0 again.
    mutating func forgetBest() {
        best = 0
    }
}
