import TuneBytes

/// Finds record ends with the parser's own states, so that a slice ends where the parser would end a record,
/// whatever the quoting. Goes over every byte once, however the buffer grows.
struct CSVCutter {
    let dialect: Dialect
    private var state = State.fieldStart
    private var scanned = 0
    private var boundary = 0

    private enum State { case fieldStart, plain, quoted, quoteSeen }

    init(dialect: Dialect) {
        self.dialect = dialect
    }

    /// Continues over what is new in `bytes`; returns the offset after the last whole record, 0 for none.
    mutating func advance(over bytes: Span<UInt8>) -> Int {
        var offset = scanned
        scan: while offset < bytes.count {
            switch state {
            case .fieldStart:
                if bytes[offset] == Dialect.quote {
                    state = .quoted
                    offset += 1
                } else {
                    state = .plain
                }
            case .quoted:
                guard let quote = bytes.firstOffset(of: Dialect.quote, from: offset) else {
                    offset = bytes.count
                    break scan
                }
                offset = quote + 1
                state = .quoteSeen
            case .quoteSeen:
                if bytes[offset] == Dialect.quote {
                    state = .quoted
                    offset += 1
                } else {
                    state = .plain
                }
            case .plain:
                guard let next = afterPlainText(bytes, from: offset) else { return boundary }
                offset = next
            }
        }
        scanned = offset
        return boundary
    }

    /// Forgets the bytes before the boundary, which have been cut off.
    mutating func cut() {
        scanned -= boundary
        boundary = 0
    }

    /// Goes to the next field; nil when the bytes end first.
    private mutating func afterPlainText(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        let endsAtCR = dialect.lineEnding == .cr
        var offset = start
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == dialect.delimiter {
                state = .fieldStart
                return offset + 1
            }
            if byte == 0x0A {
                state = .fieldStart
                boundary = offset + 1
                return offset + 1
            }
            if byte == 0x0D, endsAtCR {
                guard offset + 1 < bytes.count else { break }
                state = .fieldStart
                boundary = bytes[offset + 1] == 0x0A ? offset + 2 : offset + 1
                return boundary
            }
            offset += 1
        }
        scanned = offset
        return nil
    }
}
