import TuneBytes

/// The exact machine for CSV, which defines what a record is: RFC 4180, and for what is not, a defect
/// where it is and the next line as the next record.
///
/// A field that begins with a quote ends at the next quote that is not doubled; what follows up to the
/// delimiter or line end is text after the quote. Elsewhere a quote is an ordinary byte, and a defect. Inside
/// quotes the next quote is searched for, not walked to.
struct CSVMachine {
    let dialect: Dialect
    let expected: Int?
    /// Where the next record, or empty line, begins.
    var position = 0
    private var utf8 = UTF8Check()
    private var looksForNUL = false

    init(dialect: Dialect, expected: Int?) {
        self.dialect = dialect
        self.expected = expected
    }

    /// Goes to the front of a slice.
    mutating func begin(_ slice: FileSlice) {
        position = 0
        utf8 = UTF8Check(slice)
        looksForNUL = slice.survey.hasNUL
    }

    /// Reads the next record of `bytes`, the slice's, and steps over empty lines before it; false when there is
    /// none.
    mutating func next(
        _ bytes: Span<UInt8>, into record: inout Record, counting statistics: inout SliceStatistics
    ) -> Bool {
        while position < bytes.count, let length = lineEndLength(bytes, at: position) {
            statistics.noteEmptyLine(at: position)
            position += length
        }
        guard position < bytes.count else { return false }
        record.begin(at: position, index: statistics.records)
        fields(bytes, of: &record, counting: &statistics)
        record.end = position
        if position < bytes.count, let length = lineEndLength(bytes, at: position) {
            noteLineEnd(bytes, length: length, in: &statistics)
            position += length
        }
        finish(bytes, &record)
        return true
    }

    /// Judges a record whose fields are complete.
    @inline(__always)
    mutating func finish(_ bytes: Span<UInt8>, _ record: inout Record) {
        if record.values.count != expected { CSVFieldCount.check(&record, in: bytes, against: expected) }
        if looksForNUL || utf8.isSuspicious { checkBytes(bytes, &record) }
    }

    private mutating func checkBytes(_ bytes: Span<UInt8>, _ record: inout Record) {
        if looksForNUL, let offset = bytes.extracting(record.start..<record.end).firstOffset(of: 0) {
            record.add(.nul, at: record.start + offset)
        }
        utf8.check(&record)
    }

    private func noteLineEnd(_ bytes: Span<UInt8>, length: Int, in statistics: inout SliceStatistics) {
        let ending: Dialect.LineEnding = length == 2 ? .crlf : bytes[position] == 0x0A ? .lf : .cr
        if ending != dialect.lineEnding { statistics.noteOtherLineEnd(at: position) }
    }

    private mutating func fields(
        _ bytes: Span<UInt8>, of record: inout Record, counting statistics: inout SliceStatistics
    ) {
        while true {
            if position < bytes.count, bytes[position] == Dialect.quote {
                quotedField(bytes, of: &record, counting: &statistics)
            } else {
                plainField(bytes, of: &record, counting: &statistics)
            }
            guard position < bytes.count, bytes[position] == dialect.delimiter else { return }
            position += 1
        }
    }

    /// Reads up to the delimiter or line end; a quote on the way is a defect.
    private mutating func plainField(
        _ bytes: Span<UInt8>, of record: inout Record, counting statistics: inout SliceStatistics
    ) {
        let start = position
        let (end, quote) = endOfPlainText(bytes, from: start)
        if let quote {
            let onlySpaces = (start..<quote).allSatisfy { bytes[$0] == 0x20 }
            record.add(.strayQuote(afterSpaces: onlySpaces), at: quote)
            statistics.hasIrregularQuotes = true
        }
        record.append(field: TextRange(start, end), from: start, to: end)
        position = end
    }

    private mutating func quotedField(
        _ bytes: Span<UInt8>, of record: inout Record, counting statistics: inout SliceStatistics
    ) {
        let start = position
        let (close, isDoubled) = closingQuote(bytes, from: start + 1)
        guard let close else { return unterminated(bytes, of: &record, counting: &statistics) }
        var end = close + 1
        if end < bytes.count, bytes[end] != dialect.delimiter, bytes[end] != 0x0A {
            let (textEnd, quote) = endOfPlainText(bytes, from: end)
            if textEnd > end {
                let backslash = bytes[close - 1] == UInt8(ascii: "\\") && close - 1 > start
                record.add(.textAfterQuote(opened: start, backslash: backslash), at: end)
            }
            if quote != nil { statistics.hasIrregularQuotes = true }
            end = textEnd
        }
        record.append(
            field: TextRange(start + 1, close, as: isDoubled ? .doubled : .inSlice), from: start, to: end)
        position = end
    }

    /// The quote that ends a field whose inside begins at `start`, nil when there is none, and whether there are
    /// doubled quotes before it.
    private func closingQuote(_ bytes: Span<UInt8>, from start: Int) -> (close: Int?, isDoubled: Bool) {
        var from = start
        while let quote = bytes.firstOffset(of: Dialect.quote, from: from) {
            guard quote + 1 < bytes.count, bytes[quote + 1] == Dialect.quote else {
                return (quote, from != start)
            }
            from = quote + 2
        }
        return (nil, from != start)
    }

    /// The file ends inside quotes.
    private mutating func unterminated(
        _ bytes: Span<UInt8>, of record: inout Record, counting statistics: inout SliceStatistics
    ) {
        let start = position
        let resume = expected.flatMap {
            CSVResumption(dialect: dialect, fields: $0).offset(in: bytes, after: start)
        }
        record.add(.unterminatedQuote(resume: resume), at: start)
        statistics.hasIrregularQuotes = true
        record.append(field: TextRange(start + 1, bytes.count), from: start, to: bytes.count)
        position = bytes.count
    }

    /// The offset of the delimiter or line end at or after `start`, and of the first quote before it.
    private func endOfPlainText(_ bytes: Span<UInt8>, from start: Int) -> (end: Int, quote: Int?) {
        var offset = start
        var quote: Int?
        let endsAtCR = dialect.lineEnding == .cr
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == dialect.delimiter { return (offset, quote) }
            if byte == 0x0A {
                return (offset > start && bytes[offset - 1] == 0x0D ? offset - 1 : offset, quote)
            }
            if byte == 0x0D, endsAtCR { return (offset, quote) }
            if byte == Dialect.quote, quote == nil { quote = offset }
            offset += 1
        }
        let endsInCR = offset > start && bytes[offset - 1] == 0x0D && dialect.lineEnding == .crlf
        return (endsInCR ? offset - 1 : offset, quote)
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
}
