public import TuneBytes

/// Opens a file, finds its format, and hands it out in slices of whole records.
public final class RecordReader {
    /// What a caller may decide about reading.
    public struct Options: Sendable {
        /// The size of slices in bytes; a longer record makes a longer slice.
        public var sliceSize = 1 << 18
        /// The longest record read, in bytes.
        public var recordLimit = 1 << 30
        /// The format, nil to find it by content and name.
        public var format: RequestedFormat?
        /// The delimiter of CSV, nil to find it.
        public var delimiter: UInt8?

        /// Slices of 256 KiB, records of up to 1 GiB, format and delimiter found.
        public init() {}
    }

    /// A format as a user asks for it.
    public enum RequestedFormat: String, Sendable, CaseIterable { case csv, jsonl, json }

    /// The text that is read, and how far.
    public let input: TextInput
    /// How the file holds its records.
    public let format: RecordFormat
    /// The columns a CSV header names; for JSON the keys of the first records, in order of appearance.
    public let columns: [Column]
    /// What is wrong with the header, offsets in `header`.
    public let headerDefects: [RecordDefect]
    /// The text before the first slice: a CSV file's header, or the bracket that opens a JSON container.
    public let header: FileSlice
    /// How many records the file holds, as far as its beginning tells.
    public let expectedRecords: ExpectedRecords

    private var slicer: Slicer
    private var isEnded = false

    /// Reads the beginning of the file.
    public init(_ input: TextInput, options: Options = Options()) throws(RecordError) {
        self.input = input
        var slicer = Slicer(input, options)
        var start = FileSlice(bytes: try slicer.peek())
        while JSONParser.skipSpace(start.bytes.span, 0) == start.bytes.count,
            let more = try slicer.peekFurther()
        {
            start = FileSlice(bytes: more)
        }
        if let kind = BinaryKind.name(of: start.bytes) { throw .notText(path: input.path, kind: kind) }
        guard JSONParser.skipSpace(start.bytes.span, 0) < start.bytes.count else {
            throw .empty(path: input.path)
        }
        format = Self.format(of: start, path: input.path, options: options)
        slicer.settle(format)
        var preamble = FilePreamble(format, start)
        while preamble.length == start.bytes.count, let more = try slicer.peekFurther() {
            start = FileSlice(bytes: more)
            preamble = FilePreamble(format, start)
        }
        header = slicer.takeHeader(preamble.length)
        headerDefects = preamble.defects
        let parser = RecordParser(format: format, columnCount: preamble.columns?.count ?? 0)
        let sample = RecordSample(of: try slicer.sample(), by: parser)
        expectedRecords = ExpectedRecords(sample, of: input)
        columns = preamble.columns ?? sample.keys
        self.slicer = slicer
    }

    /// The next whole records, or nil after the last slice.
    public func nextSlice() throws(RecordError) -> FileSlice? {
        guard !isEnded else { return nil }
        let slice = try slicer.next()
        isEnded = slice.endsFile
        return slice
    }

    /// Lets slices be cut by the number of quotes, which is fast, and to be checked by whoever parses them.
    func trustQuotes() {
        slicer.trustQuotes()
    }

    /// Takes back slices that were cut wrongly, in order, with all that were handed out after them.
    func takeBack(_ slices: [FileSlice]) {
        slicer.takeBack(slices)
        isEnded = false
    }

    /// Takes the memory of a slice that has been worked on.
    func reuse(_ slice: inout FileSlice) {
        slicer.reuse(&slice)
    }

    /// The number of physical lines before the first slice.
    public var headerLines: Int {
        let header = header
        return LineCount(format).ends(in: header.bytes.span)
    }

    /// A parser for this file's slices.
    public var parser: RecordParser {
        RecordParser(format: format, columnCount: columns.count)
    }

    private static func format(of start: FileSlice, path: String, options: Options) -> RecordFormat {
        var format =
            switch options.format {
            case .csv: RecordFormat.csv(DialectGuess.dialect(of: start))
            case .jsonl: RecordFormat.jsonLines
            case .json: jsonFormat(of: start)
            case nil: FormatGuess.format(of: start, path: path)
            }
        if let delimiter = options.delimiter, var dialect = format.dialect {
            dialect.delimiter = delimiter
            format = .csv(dialect)
        }
        return format
    }

    private static func jsonFormat(of start: FileSlice) -> RecordFormat {
        let bytes = start.bytes.span
        return bytes[JSONParser.skipSpace(bytes, 0)] == UInt8(ascii: "[") ? .jsonArray : .jsonObject
    }
}
