/// Where every row of a check went.
public struct CheckLedger: RowLedger {
    /// Records read.
    public var recordsIn = 0
    /// Records no rule found anything in.
    public var clean = 0
    /// Records that can be read and have findings.
    public var withFindings = 0
    /// Records that could not be read, or are no example.
    public var unreadable = 0

    /// A ledger of no records, to be added to.
    public init() {}

    /// Records judged.
    public var recordsOut: Int { clean + withFindings + unreadable }

    mutating func add(_ other: CheckLedger) {
        recordsIn += other.recordsIn
        clean += other.clean
        withFindings += other.withFindings
        unreadable += other.unreadable
    }
}
