import TuneBytes

@testable import TuneRecords

/// Reads bytes in every way there is and stops where two ways disagree.
public enum Agreement {
    /// Checks CSV. The first byte chooses the delimiter, the second the size of slices.
    public static func checkCSV(_ input: [UInt8]) {
        guard input.count > 2 else { return }
        let delimiter: UInt8? = [nil, 0x2C, 0x09, 0x3B, 0x7C][Int(input[0]) % 5]
        let bytes = Array(input[2...])
        check(bytes, path: "a.csv", sliceSize: Int(input[1]) + 1) {
            $0.format = .csv
            $0.delimiter = delimiter
        }
        checkWays(bytes, Dialect(delimiter: delimiter ?? 0x2C))
        checkWays(bytes, Dialect(delimiter: delimiter ?? 0x2C, lineEnding: .crlf))
    }

    /// Checks JSON Lines. The first byte chooses the size of slices.
    public static func checkJSONLines(_ input: [UInt8]) {
        guard input.count > 1 else { return }
        check(Array(input[1...]), path: "a.jsonl", sliceSize: Int(input[0]) + 1) { $0.format = .jsonl }
    }

    private static func check(
        _ bytes: [UInt8], path: String, sliceSize: Int, configure: (inout RecordReader.Options) -> Void
    ) {
        let whole = ReadResult(bytes, path: path, configure: configure)
        let sliced = ReadResult(bytes, path: path, sliceSize: sliceSize, configure: configure)
        let exact = ReadResult(
            bytes, path: path, sliceSize: sliceSize, trustsQuotes: false, configure: configure)
        guard sliced == whole, exact == whole else {
            fatalError("slices of \(sliceSize) are read differently")
        }
    }

    private static func checkWays(_ bytes: [UInt8], _ dialect: Dialect) {
        guard seen(bytes, dialect, .search) == seen(bytes, dialect, .fieldEnds) else {
            fatalError("the field scanner and the exact machine disagree")
        }
    }

    private static func seen(_ bytes: [UInt8], _ dialect: Dialect, _ way: CSVParser.Way) -> [String] {
        var parser = CSVParser(dialect: dialect, expected: 2)
        parser.way = way
        var statistics = SliceStatistics()
        var seen: [String] = []
        parser.forEachRecord(in: FileSlice(bytes: bytes), &statistics) { record in
            seen.append("\(record.start)..<\(record.end) \(record.defects)")
            for index in record.values.indices { seen.append(record.text(record.unescape(at: index)).text) }
        }
        return seen + ["\(statistics)"]
    }
}
