public import TuneFindings

/// What a split came to.
public struct SplitResult: Sendable {
    /// Where every row went.
    public struct Ledger: Sendable, Equatable {
        /// Records read.
        public var recordsIn = 0
        /// Rows of the training file.
        public var training = 0
        /// Rows of the validation file.
        public var validation = 0
        /// Rows that could not be read.
        public var rejected = 0
        /// Faults that belong to no record, such as a JSON array that is never closed: more may be missing.
        public var faultsOutsideRecords = 0

        /// True when nothing was rejected and no fault stands outside the records.
        public var isWhole: Bool { rejected == 0 && faultsOutsideRecords == 0 }

        /// True when every record is accounted for.
        public var isClosed: Bool { recordsIn == training + validation + rejected }
    }

    /// The training file.
    public var training: String
    /// The validation file.
    public var validation: String
    /// Where the rows are that could not be read; nil when there were none.
    public var rejects: String?
    /// Where every row went.
    public var ledger: Ledger
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
