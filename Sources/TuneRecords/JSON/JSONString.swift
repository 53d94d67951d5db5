import TuneBytes

/// Scans one JSON string.
enum JSONString {
    /// The text of the string whose opening quote is at `start`, and the offset after its closing quote.
    /// The text is a range of the slice, or of the record's scratch when the string holds escapes.
    @inline(__always)
    static func scan(
        _ bytes: Span<UInt8>, at start: Int, in record: inout Record
    ) throws(JSONParser.Stop) -> (TextRange, Int) {
        let first = bytes.jsonStringStop(from: start + 1)
        if first < bytes.count, bytes[first] == UInt8(ascii: "\"") {
            return (TextRange(start + 1, first), first + 1)
        }
        return try copy(bytes, at: start, upTo: first, in: &record)
    }

    /// Copies a string whose first `"`, `\\` or control byte is no quote.
    private static func copy(
        _ bytes: Span<UInt8>, at start: Int, upTo first: Int, in record: inout Record
    ) throws(JSONParser.Stop) -> (TextRange, Int) {
        let lower = record.scratch.count
        record.scratch.append(bytes.extracting((start + 1)..<first))
        var position = first
        while true {
            position = bytes.appendJSONText(from: position, to: &record.scratch)
            guard position < bytes.count else { break }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                return (TextRange(lower, record.scratch.count, isInScratch: true), position + 1)
            case UInt8(ascii: "\\"):
                position = try escape(bytes, at: position, in: &record)
            default:
                throw JSONParser.Stop(kind: .controlCharacter(byte: bytes[position]), offset: position)
            }
        }
        throw JSONParser.Stop(kind: .truncatedJSON(opened: UInt8(ascii: "\"")), offset: start)
    }

    /// Undoes an escape that belongs to a surrogate pair, or throws.
    private static func escape(
        _ bytes: Span<UInt8>, at position: Int, in record: inout Record
    ) throws(JSONParser.Stop) -> Int {
        guard position + 1 < bytes.count else { return bytes.count }
        guard let scalar = bytes.jsonScalar(at: position) else {
            throw JSONParser.Stop(kind: .invalidJSON(.badEscape), offset: position)
        }
        let isLone = (0xD800..<0xE000).contains(scalar.value)
        if isLone { record.add(.loneSurrogate, at: position, to: position + 6) }
        UTF8Encoding.append(isLone ? 0xFFFD : scalar.value, to: &record.scratch)
        return position + scalar.length
    }
}
