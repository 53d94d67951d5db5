public import TuneFindings
public import TuneRecords

/// Compares each example with all before it, by the dataset rules of a run.
public struct DatasetJudge: Sendable {
    /// The examples seen so far.
    public private(set) var index: ExampleIndex
    private let rules: RuleSet

    /// A judge by `rules` that notes examples in `index`.
    public init(_ rules: RuleSet, index: ExampleIndex = ExampleIndex()) {
        self.rules = rules
        self.index = index
    }

    /// Examples judged from now on belong to the file at `path`, which has ids of its own.
    public mutating func begin(_ path: String) {
        index.begin(path)
    }

    /// What each rule says of an example, whose record number counts from 1 after `position`. Training examples are
    /// noted for those to come.
    public mutating func judge(
        _ example: Fingerprint, after position: FilePosition
    ) -> [(rule: RuleID, wording: Wording)] {
        var example = example
        example.record += position.records
        return rules.compare(example, with: index.compare(example))
    }

    /// Reports what the rules say of an example, which was read from `record` of `slice`.
    public mutating func judge(
        _ example: Fingerprint, after position: FilePosition, of record: RecordPosition, in slice: FileSlice,
        into report: inout SliceReport
    ) {
        for (rule, wording) in judge(example, after: position) {
            report.add(wording, by: rule, of: record, in: slice)
        }
    }
}
