public import TuneBytes
public import TuneRecords

/// What is known of a file when all of it has been read.
public struct FileFacts: Sendable {
    /// The path as given.
    public var path: String
    /// What the file is for.
    public var role: FileRole
    /// How its records are strung together.
    public var format: RecordFormat
    /// How its characters are spelled.
    public var encoding: TextEncoding
    /// The length of its byte order mark in bytes.
    public var markLength: Int
    /// The columns of its header, or the keys of its first records.
    public var columns: [Column]
    /// The header as text; empty where there is none.
    public var header: FileSlice
    /// What is wrong with the header, offsets in `header`.
    public var headerDefects: [RecordDefect]
    /// The name of the layout.
    public var layout: String
    /// The columns the layout reads.
    public var columnsRead: [Column]
    /// True when the layout reads a prompt.
    public var hasPrompt: Bool
    /// Records of the file.
    public var records = 0
    /// Records that became examples.
    public var examples = 0
    /// Examples whose identity belongs to PubMedQA's official test set.
    public var officialTestRows = 0
    /// True when the first column has no name and counts the rows from 0.
    public var hasIndexColumn = false
    /// Empty lines that were skipped, and the first of them (1-based).
    public var emptyLines = (count: 0, firstLine: 0)
    /// Records that end in another way than the first line, and the line of the first of them (1-based).
    public var otherLineEnds = (count: 0, firstLine: 0)
    /// For a validation file, the columns by which the training file is read.
    public var trainingColumns: [String]?
    /// The roles that go by other names: each word, the role it means, and how often it stands there.
    public var roleAliases: [String: (role: String, count: Int)] = [:]
    /// What of its examples the index left out, or for a validation file of those it was compared with.
    public var indexCut: IndexCut?
    /// The flags by which the user said how the file is to be read, ready to be pasted behind a command.
    public var readingFlags = ""
    /// True when a validation file is checked along.
    public var hasValidation = false

    /// What is known when a file has been opened.
    public init(
        path: String, role: FileRole, reader: RecordReader, layout: String, columnsRead: [Column],
        hasPrompt: Bool
    ) {
        self.path = path
        self.role = role
        format = reader.format
        encoding = reader.input.encoding
        markLength = reader.input.markLength
        columns = reader.columns
        header = reader.header
        headerDefects = reader.headerDefects
        self.layout = layout
        self.columnsRead = columnsRead
        self.hasPrompt = hasPrompt
    }
}
