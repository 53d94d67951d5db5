public import TuneExamples
public import TuneRecords

/// Judges one example on its own. Of a record that could not be read as an example, only the defects are
/// shown.
public protocol ExampleRule: Rule {
    /// Reports what is wrong with `example`, which was read from `record`.
    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report)
}

extension ExampleRule {
    /// The rule as one that judges examples.
    public var kind: RuleKind { .example(self) }
}
