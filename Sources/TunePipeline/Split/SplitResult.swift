public import TuneFindings

/// What a split came to.
public struct SplitResult: Sendable {
    /// The training file.
    public var training: String
    /// The validation file.
    public var validation: String
    /// Where the rows are that could not be read; nil when there were none.
    public var rejects: String?
    /// Where every row went.
    public var ledger: SplitLedger
    /// The validation rows that were wished for.
    public var wished: Int
    /// Classes of one row, which went to training.
    public var loneClasses: Int
    /// Validation rows that also stand in training; nil when they were not counted.
    public var leak: LeakCount?
    /// The most bytes that counting them takes.
    public var leakBytes: Int
    /// The bytes it was allowed; nil for as many as it takes.
    public var maxMemory: Int?
    /// True when rows were kept together by a column.
    public var isGrouped: Bool
    /// What is wrong with the first rows that could not be read.
    public var findings: [Finding]
}
