import TuneRecords

/// How a file's rows are written back in the form they were read: each row's own bytes, between what the
/// format wants.
struct RowFraming {
    private let format: RecordFormat
    private let header: [UInt8]

    init(_ reader: RecordReader) {
        format = reader.format
        header = reader.header.bytes
    }

    /// What comes before the first row.
    var opening: [UInt8] {
        switch format {
        case .csv: header.last == 0x0A || header.last == 0x0D ? header : header + lineEnd
        case .jsonLines: []
        case .jsonArray: Array("[\n".utf8)
        case .jsonObject: Array("{\n".utf8)
        }
    }

    /// What comes between two rows.
    var separator: [UInt8] {
        switch format {
        case .csv, .jsonLines: []
        case .jsonArray, .jsonObject: Array(",\n".utf8)
        }
    }

    /// What ends every row.
    var lineEnd: [UInt8] {
        switch format {
        case .csv(let dialect):
            switch dialect.lineEnding {
            case .lf: [0x0A]
            case .crlf: [0x0D, 0x0A]
            case .cr: [0x0D]
            }
        case .jsonLines: [0x0A]
        case .jsonArray, .jsonObject: []
        }
    }

    /// What comes after the last row.
    var closing: [UInt8] {
        switch format {
        case .csv, .jsonLines: []
        case .jsonArray: Array("\n]\n".utf8)
        case .jsonObject: Array("\n}\n".utf8)
        }
    }

    /// Appends a row with its line end to a file, after what parts it from the row before.
    func append(_ row: ArraySlice<UInt8>, to file: inout OutputFile) throws {
        if file.rows > 0 { try file.append(separator) }
        try file.write(row: row)
    }
}
