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

    /// Reads past the next value, whatever it is, and returns its byte range. What is skipped is checked as well.
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
        // What is left over by the kernel and no pair is refused.
        while let scalar = bytes.jsonScalar(at: stop), scalar.value >= 0x10000 {
            UTF8Encoding.append(scalar.value, to: &text)
            stop = bytes.appendJSONText(from: stop + scalar.length, to: &text)
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
