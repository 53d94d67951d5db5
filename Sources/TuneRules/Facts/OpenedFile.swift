public import TuneBytes
public import TuneExamples
public import TuneRecords

/// What is known of a file when it has been opened, before its records are read.
public struct OpenedFile: Sendable {
    /// The path as given.
    public let path: String
    /// What the file is for.
    public let role: FileRole
    /// What its records are written in.
    public let format: RecordFormat
    /// How its characters are spelled.
    public let encoding: TextEncoding
    /// The length of its byte order mark in bytes.
    public let markLength: Int
    /// The columns of its header, or the keys of its first records.
    public let columns: [Column]
    /// The header as text; empty where there is none.
    public let header: FileSlice
    /// What is wrong with the header; offsets in `header`.
    public let headerDefects: [RecordDefect]
    /// The name of the layout.
    public let layout: String
    /// The columns the layout reads.
    public let columnsRead: [Column]
    /// True when the layout reads a prompt.
    public let hasPrompt: Bool
    /// The flags by which the user said how the file is to be read, ready to be pasted after a command.
    public var readingFlags = ""
    /// True when a validation file is checked as well.
    public var hasValidation = false
    /// For a validation file, the columns by which the training file is read.
    public var trainingColumns: [String]?

    /// What `reader` and the layout tell of the file at `path`.
    public init(path: String, role: FileRole, reader: RecordReader, layout: any Layout) {
        self.path = path
        self.role = role
        format = reader.format
        encoding = reader.input.encoding
        markLength = reader.input.markLength
        columns = reader.columns
        header = reader.header
        headerDefects = reader.headerDefects
        self.layout = layout.name
        columnsRead = layout.columns
        hasPrompt = layout.hasPrompt
    }
}
