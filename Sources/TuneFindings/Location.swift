/// Where in a file something is.
public struct Location: Sendable, Equatable {
    /// The file's path as given.
    public var path: String
    /// The record, counted from 1 without the header; nil where none is concerned.
    public var record: Int?
    /// The physical line, counted from 1.
    public var line: Int?
    /// The column in characters, counted from 1.
    public var column: Int?
    /// The column or key it belongs to; of a model, the tensor or the setting.
    public var field: String?
    /// What `field` is, in one word.
    public var fieldNoun = "column"
    /// The first byte concerned, counted from 0 in the file as stored, after decompression.
    public var byteStart: Int?
    /// The byte after the last one concerned.
    public var byteEnd: Int?

    /// A location in the file at `path`; what is nil is not known or does not apply.
    public init(
        path: String, record: Int? = nil, line: Int? = nil, column: Int? = nil, field: String? = nil,
        byteStart: Int? = nil, byteEnd: Int? = nil
    ) {
        self.path = path
        self.record = record
        self.line = line
        self.column = column
        self.field = field
        self.byteStart = byteStart
        self.byteEnd = byteEnd
    }
}
