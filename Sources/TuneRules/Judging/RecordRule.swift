public import TuneRecords

/// Judges the shape of a record, readable or not. Only records with defects are shown.
public protocol RecordRule: Rule {
    /// Reports what is wrong with `record`.
    func check(_ record: borrowing Record, _ report: inout Report)
}

extension RecordRule {
    /// The rule as one that judges records.
    public var kind: RuleKind { .record(self) }
}
