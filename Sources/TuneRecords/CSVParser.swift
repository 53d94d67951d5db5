import TuneBytes

/// The exact machine for CSV: RFC 4180, and for what is not, a defect at its place and the next line as the
/// next record.
///
/// A field that begins with a quote ends at the next quote that is not doubled; what follows up to the
/// delimiter or line end is text behind the quote. Elsewhere a quote is an ordinary byte, and a defect.
struct CSVParser {
    let dialect: Dialect
    /// How many fields a record should have; nil for the header.
    let expected: Int?
    private var position = 0

    init(dialect: Dialect, expected: Int?) {
        self.dialect = dialect
        self.expected = expected
    }

    /// Lends every record of the slice.
    mutating func forEachRecord(
        in slice: FileSlice, _ statistics: inout SliceStatistics, _ body: (inout Record) -> Void
    ) {
        let bytes = slice.bytes.span
        var record = Record(slice: slice, isCSV: true)
        var utf8 = UTF8Check(slice)
        position = 0
        while position < bytes.count {
            if let length = lineEndLength(bytes, at: position) {
                noteEmptyLine(&statistics)
                position += length
                continue
            }
            record.begin(at: position, index: statistics.records)
            fields(bytes, of: &record)
            finish(bytes, &record, &statistics)
            utf8.check(&record)
            body(&record)
            statistics.records += 1
        }
        statistics.lines = CSVLines.count(slice, dialect)
    }

    /// Parses the first record of `slice` alone; returns the offset behind its line end.
    mutating func parseFirst(in slice: FileSlice, _ body: (inout Record) -> Void) -> Int {
        let bytes = slice.bytes.span
        var record = Record(slice: slice, isCSV: true)
        var utf8 = UTF8Check(slice)
        var statistics = SliceStatistics()
        position = 0
        while position < bytes.count, let length = lineEndLength(bytes, at: position) { position += length }
        record.begin(at: position, index: 0)
        fields(bytes, of: &record)
        finish(bytes, &record, &statistics)
        utf8.check(&record)
        body(&record)
        return position
    }

    private func noteEmptyLine(_ statistics: inout SliceStatistics) {
        statistics.emptyLines += 1
        if statistics.firstEmptyLine == nil { statistics.firstEmptyLine = position }
    }

    private mutating func fields(_ bytes: Span<UInt8>, of record: inout Record) {
        while true {
            if position < bytes.count, bytes[position] == Dialect.quote {
                quotedField(bytes, of: &record)
            } else {
                plainField(bytes, of: &record)
            }
            guard position < bytes.count, bytes[position] == dialect.delimiter else { return }
            position += 1
        }
    }

    /// Reads up to the delimiter or line end; a quote on the way is a defect.
    private mutating func plainField(_ bytes: Span<UInt8>, of record: inout Record) {
        let start = position
        let end = endOfPlainText(bytes, from: start)
        if let quote = bytes.extracting(start..<end).firstOffset(of: Dialect.quote) {
            let onlySpaces = bytes.extracting(start..<(start + quote)).indices.allSatisfy {
                bytes[start + $0] == 0x20
            }
            record.add(.strayQuote(afterSpaces: onlySpaces), at: start + quote)
        }
        append(TextRange(start, end), start, end, to: &record)
        position = end
    }

    private mutating func quotedField(_ bytes: Span<UInt8>, of record: inout Record) {
        let start = position
        var pairs = 0
        var from = start + 1
        var close: Int?
        while let quote = bytes.firstOffset(of: Dialect.quote, from: from) {
            if quote + 1 < bytes.count, bytes[quote + 1] == Dialect.quote {
                pairs += 1
                from = quote + 2
            } else {
                close = quote
                break
            }
        }
        guard let close else {
            let resume = expected.flatMap {
                CSVResumption(dialect: dialect, fields: $0).offset(in: bytes, after: start)
            }
            record.add(.unterminatedQuote(resume: resume), at: start)
            append(TextRange(start + 1, bytes.count), start, bytes.count, to: &record)
            position = bytes.count
            return
        }
        let end = endOfPlainText(bytes, from: close + 1)
        if end > close + 1 {
            let backslash = bytes[close - 1] == UInt8(ascii: "\\") && close - 1 > start
            record.add(.textAfterQuote(opened: start, backslash: backslash), at: close + 1)
        }
        let text =
            pairs == 0
            ? TextRange(start + 1, close) : collapsed(bytes.extracting((start + 1)..<close), in: &record)
        append(text, start, end, to: &record)
        position = end
    }

    /// The text of a quoted field with its doubled quotes made single, in the record's scratch.
    private func collapsed(_ inside: Span<UInt8>, in record: inout Record) -> TextRange {
        let lower = record.scratch.count
        var from = 0
        while let quote = inside.firstOffset(of: Dialect.quote, from: from) {
            inside.extracting(from..<(quote + 1)).append(to: &record.scratch)
            from = quote + 2
        }
        if from < inside.count { inside.extracting(from..<inside.count).append(to: &record.scratch) }
        return TextRange(lower, record.scratch.count, isInScratch: true)
    }

    /// The offset of the delimiter or line end at or after `start`.
    private func endOfPlainText(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        let endsAtCR = dialect.lineEnding == .cr
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == dialect.delimiter { return offset }
            if byte == 0x0A {
                return offset > start && bytes[offset - 1] == 0x0D ? offset - 1 : offset
            }
            if byte == 0x0D, endsAtCR { return offset }
            offset += 1
        }
        let endsInCR = offset > start && bytes[offset - 1] == 0x0D && dialect.lineEnding == .crlf
        return endsInCR ? offset - 1 : offset
    }

    /// The length of the line end at `offset`, nil when there is none.
    private func lineEndLength(_ bytes: Span<UInt8>, at offset: Int) -> Int? {
        switch bytes[offset] {
        case 0x0A: return 1
        case 0x0D:
            if offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { return 2 }
            let isLast = offset + 1 == bytes.count && dialect.lineEnding == .crlf
            return dialect.lineEnding == .cr || isLast ? 1 : nil
        default: return nil
        }
    }

    private mutating func finish(
        _ bytes: Span<UInt8>, _ record: inout Record, _ statistics: inout SliceStatistics
    ) {
        record.end = position
        if position < bytes.count, let length = lineEndLength(bytes, at: position) {
            let ending: Dialect.LineEnding = length == 2 ? .crlf : bytes[position] == 0x0A ? .lf : .cr
            if ending != dialect.lineEnding {
                statistics.otherLineEnds += 1
                if statistics.firstOtherLineEnd == nil { statistics.firstOtherLineEnd = position }
            }
            position += length
        }
        CSVFieldCount.check(bytes, &record, expected)
        if let offset = bytes.extracting(record.start..<record.end).firstOffset(of: 0) {
            record.add(.nul, at: record.start + offset)
        }
    }

    private func append(_ text: TextRange, _ start: Int, _ end: Int, to record: inout Record) {
        record.values.append(
            RecordValue(
                kind: .text, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
                text: text, key: .empty, keyStart: 0, next: Int32(truncatingIfNeeded: record.values.count + 1)
            ))
    }
}
