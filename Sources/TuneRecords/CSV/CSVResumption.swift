import TuneBytes

/// Guesses where reading could continue after a quote that is never closed: at the first line from which two
/// records in a row have the right number of fields and close their quotes.
struct CSVResumption {
    let dialect: Dialect
    let fields: Int

    private static let linesTried = 1000

    /// The offset of that line; nil when none of the first 1,000 after `quote` is one.
    func offset(in bytes: Span<UInt8>, after quote: Int) -> Int? {
        var from = quote
        for _ in 0..<Self.linesTried {
            guard let end = bytes.firstOffset(of: dialect.lineEnding == .cr ? 0x0D : 0x0A, from: from) else {
                return nil
            }
            guard end + 1 < bytes.count else { return nil }
            if let next = endOfRecord(bytes, from: end + 1),
                next == bytes.count || endOfRecord(bytes, from: next) != nil
            {
                return end + 1
            }
            from = end + 1
        }
        return nil
    }

    /// The offset after the record at `start` when it is regular and has the right number of fields.
    private func endOfRecord(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var position = start
        var found = 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Dialect.quote {
                guard let end = endOfQuotedField(bytes, from: position) else { return nil }
                position = end
                continue
            }
            if byte == dialect.delimiter { found += 1 }
            position += 1
            if byte == 0x0A || (byte == 0x0D && dialect.lineEnding == .cr) { break }
        }
        return found == fields ? position : nil
    }

    /// The offset after the closing quote of the field at `start` when a delimiter, a line end or nothing follows it.
    private func endOfQuotedField(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var from = start + 1
        while let quote = bytes.firstOffset(of: Dialect.quote, from: from) {
            guard quote + 1 < bytes.count else { return quote + 1 }
            let next = bytes[quote + 1]
            if next == Dialect.quote {
                from = quote + 2
                continue
            }
            return next == dialect.delimiter || next == 0x0A || next == 0x0D ? quote + 1 : nil
        }
        return nil
    }
}
