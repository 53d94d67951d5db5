import TuneBytes

/// Finds the dialect of a CSV file from its first records.
enum DialectGuess {
    private static let recordsRead = 32

    /// The dialect of the text that begins with `start`.
    static func dialect(of start: FileSlice) -> Dialect {
        let ending = lineEnding(of: start.bytes.span)
        var best = Dialect(delimiter: Dialect.delimiters[0], lineEnding: ending)
        var bestScore = 0
        for delimiter in Dialect.delimiters {
            let candidate = Dialect(delimiter: delimiter, lineEnding: ending)
            let score = score(candidate, start)
            if score > bestScore { (best, bestScore) = (candidate, score) }
        }
        return best
    }

    /// How many of the first records agree with the header; 0 when the header has one field only.
    private static func score(_ dialect: Dialect, _ start: FileSlice) -> Int {
        var parser = CSVParser(dialect: dialect, expected: nil)
        var statistics = SliceStatistics()
        var width = 0
        var agreeing = 0
        let head = FileSlice(bytes: Array(start.bytes.prefix(64 * 1024)))
        parser.forEachRecord(in: head, &statistics) { record in
            guard record.index < recordsRead else { return }
            if record.index == 0 { width = record.values.count }
            if width > 1, record.values.count == width { agreeing += 1 }
        }
        return agreeing
    }

    /// What ends the first line outside quotes: CR alone only when the text holds no LF.
    private static func lineEnding(of bytes: Span<UInt8>) -> Dialect.LineEnding {
        var isQuoted = false
        var hasPlainCR = false
        for offset in bytes.indices {
            switch bytes[offset] {
            case Dialect.quote: isQuoted.toggle()
            case 0x0A where !isQuoted: return offset > 0 && bytes[offset - 1] == 0x0D ? .crlf : .lf
            case 0x0D where !isQuoted: hasPlainCR = true
            default: break
            }
        }
        if hasPlainCR { return .cr }
        return bytes.firstOffset(of: 0x0A) == nil && bytes.firstOffset(of: 0x0D) != nil ? .cr : .lf
    }
}
