extension JSONReader {
    /// Reads true or false.
    public mutating func boolean() throws(JSONReaderError) -> Bool {
        try expect(.boolean)
        let isTrue = bytes[offset] == UInt8(ascii: "t")
        try takeWord(isTrue ? "true" : "false")
        return isTrue
    }

    /// Reads null.
    public mutating func null() throws(JSONReaderError) {
        try expect(.null)
        try takeWord("null")
    }

    /// Reads a string.
    public mutating func string() throws(JSONReaderError) -> String {
        try expect(.string)
        let start = offset + 1
        let stop = bytes.jsonStringStop(from: start)
        if stop < bytes.count, bytes[stop] == UInt8(ascii: "\"") {
            offset = stop + 1
            return bytes.extracting(start..<stop).text
        }
        scratch.removeAll()
        try endString(at: Self.append(bytes, from: start, to: &scratch))
        return scratch.span.text
    }

    /// Reads a string and appends it to `text`, its escapes undone, as UTF-8.
    public mutating func appendString(to text: inout UniqueBuffer<UInt8>) throws(JSONReaderError) {
        try expect(.string)
        let start = offset + 1
        let stop = bytes.jsonStringStop(from: start)
        if stop < bytes.count, bytes[stop] == UInt8(ascii: "\"") {
            text.append(bytes.extracting(start..<stop))
            offset = stop + 1
        } else {
            try endString(at: Self.append(bytes, from: start, to: &text))
        }
    }

    /// Reads past the next value, whatever it is, and returns where it stands. What is skipped is checked as well.
    @discardableResult
    public mutating func skip() throws(JSONReaderError) -> Range<Int> {
        let kind = try kind()
        let start = offset
        switch kind {
        case .object:
            try enterObject()
            while try skipKey() { try skip() }
        case .array:
            try enterArray()
            while try nextElement() { try skip() }
        case .string: try skipString()
        case .number: _ = try takeNumber()
        case .boolean: _ = try boolean()
        case .null: try null()
        }
        return start..<offset
    }

    mutating func skipString() throws(JSONReaderError) {
        try expect(.string)
        var stop = bytes.jsonStringStop(from: offset + 1)
        if stop < bytes.count, bytes[stop] == UInt8(ascii: "\\") {
            scratch.removeAll()
            stop = Self.append(bytes, from: stop, to: &scratch)
        }
        try endString(at: stop)
    }

    /// Appends the inside of a string from `start` on; returns where it ends or breaks.
    private static func append(_ bytes: Span<UInt8>, from start: Int, to text: inout UniqueBuffer<UInt8>)
        -> Int
    {
        var stop = bytes.appendJSONText(from: start, to: &text)
        while let scalar = bytes.surrogatePair(at: stop) {
            UTF8Encoding.append(scalar, to: &text)
            stop = bytes.appendJSONText(from: stop + 12, to: &text)
        }
        return stop
    }

    private mutating func endString(at stop: Int) throws(JSONReaderError) {
        guard stop < bytes.count else { throw .ended }
        guard bytes[stop] == UInt8(ascii: "\"") else { throw .unexpected(offset: stop) }
        offset = stop + 1
    }

    private mutating func takeWord(_ word: StaticString) throws(JSONReaderError) {
        for byte in "\(word)".utf8 {
            guard offset < bytes.count else { throw .ended }
            guard bytes[offset] == byte else { throw .unexpected(offset: offset) }
            offset += 1
        }
    }
}

extension Span where Element == UInt8 {
    /// The character of the two `\u` escapes at `offset`, when they are a surrogate pair.
    fileprivate func surrogatePair(at offset: Int) -> UInt32? {
        guard let high = escapedUnit(at: offset), high & 0xFC00 == 0xD800,
            let low = escapedUnit(at: offset + 6), low & 0xFC00 == 0xDC00
        else { return nil }
        return 0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF)
    }

    /// The number in the `\u` escape at `offset`.
    private func escapedUnit(at offset: Int) -> UInt32? {
        guard offset + 6 <= count, self[offset] == UInt8(ascii: "\\"), self[offset + 1] == UInt8(ascii: "u")
        else {
            return nil
        }
        var unit: UInt32 = 0
        for place in (offset + 2)..<(offset + 6) {
            guard let digit = hexadecimalDigit(self[place]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    private func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46, 0x61...0x66: UInt32((byte | 0x20) - 0x57)
        default: nil
        }
    }
}
