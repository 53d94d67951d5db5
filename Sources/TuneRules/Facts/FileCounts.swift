/// What grows while a file is read.
public struct FileCounts: Sendable {
    /// Records of the file.
    public var records = 0
    /// Records that became examples.
    public var examples = 0
    /// Examples whose identity belongs to PubMedQA's official test set.
    public var officialTestRows = 0
    /// Empty lines that were skipped, and the first of them (1-based).
    public var emptyLines = (count: 0, firstLine: 0)
    /// Records that end in another way than the first line, and the line of the first of them (1-based).
    public var otherLineEnds = (count: 0, firstLine: 0)
    /// The roles that go by other names: each word, the role it means, and in how many messages.
    public var roleAliases: [String: (role: String, count: Int)] = [:]
    /// True when the first column has no name and counts the rows from 0; known at the end.
    public var hasIndexColumn = false
    /// What of its examples the index left out, or for a validation file of those it was compared with; known at the
    /// end.
    public var indexCut: IndexCut?

    /// The counts of a file of which nothing has been read.
    public init() {}
}
