import TuneBytes
import TuneText

/// What a conversion came to.
public struct ConvertResult: Sendable {
    /// A file that was written.
    public struct Written: Sendable {
        /// Its path.
        public var path: String
        /// Its rows.
        public var rows: Int
        /// Its bytes.
        public var bytes: Int
        /// Its tokens.
        public var tokens: Int
        /// True when a vocabulary counted them.
        public var isExact: Bool
    }

    /// The files, training first.
    public var written: [Written]
    /// Where the rejected rows are; nil when there were none.
    public var rejectsPath: String?
    /// Where every row went.
    public var ledger: ConvertLedger
    /// The errors of rejected rows, and those that belong to no row.
    public var findings: FindingTally
    /// What was found in rows that were written all the same; counts only.
    public var warnings: FindingTally
    /// The layout each source was read by.
    public var layouts: [(path: String, layout: String)]

    /// The validation file, if one was written.
    public var validationPath: String?
}
