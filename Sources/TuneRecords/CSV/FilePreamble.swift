import TuneBytes

/// What comes before a file's first record: a CSV header, or the bracket that opens a JSON container.
struct FilePreamble {
    /// Its length in bytes.
    var length = 0
    /// The columns a header names; nil where there is no header.
    var columns: [Column]?
    /// What is wrong with the header.
    var defects: [RecordDefect] = []

    init(_ format: RecordFormat, _ start: FileSlice) {
        switch format {
        case .csv(let dialect): readHeader(dialect, start)
        case .jsonLines: break
        case .jsonArray, .jsonObject: length = JSONParser.skipSpace(start.bytes.span, 0) + 1
        }
    }

    private mutating func readHeader(_ dialect: Dialect, _ start: FileSlice) {
        var parser = CSVParser(dialect: dialect, expected: nil)
        var names: [Column] = []
        var found: [RecordDefect] = []
        length = parser.parseFirst(in: start) { record in
            for position in record.values.indices {
                let name = record.unescape(at: position)
                names.append(Column(name: record.text(name).text, position: position))
            }
            found = record.defects
        }
        columns = names
        defects = found
    }
}
