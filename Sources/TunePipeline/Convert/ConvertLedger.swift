import TuneFindings
public import TuneRules

/// Where every row of a conversion went.
public struct ConvertLedger: RowLedger {
    /// Records read.
    public var recordsIn = 0
    /// Rows written.
    public var written = 0
    /// Rows left out by each rule the user named.
    public var dropped: [RuleID: Int] = [:]
    /// Rows rejected, by the code of the first error found in them.
    public var rejected: [String: Int] = [:]

    /// What conversations say that the output cannot carry: each key, and the rows written without it.
    public var notCarried: [String: Int] = [:]
    /// Faults that belong to no record, such as a JSON array that is never closed: more may be missing.
    public var faultsOutsideRecords = 0

    /// Rows written, rejected or dropped.
    public var recordsOut: Int { written + rejectedCount + droppedCount }

    /// True when nothing was rejected and no fault stands outside the records.
    public var isWhole: Bool { rejectedCount == 0 && faultsOutsideRecords == 0 }

    /// Rows rejected.
    public var rejectedCount: Int { rejected.values.reduce(0, +) }

    /// Rows left out.
    public var droppedCount: Int { dropped.values.reduce(0, +) }

    mutating func note(rejectedFor reasons: [Finding]) {
        let reason = reasons.first { $0.severity == .error } ?? reasons.first
        rejected[reason?.code ?? "TP000", default: 0] += 1
    }

    /// The rules rows were rejected for, by code, with the number of rows.
    package var rejectedByRule: [(code: String, count: Int)] {
        rejected.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The rules rows were left out for, by code, with the number of rows.
    package var droppedByRule: [(code: String, count: Int)] {
        dropped.sorted { $0.key < $1.key }.map { ($0.key.description.code, $0.value) }
    }
}
