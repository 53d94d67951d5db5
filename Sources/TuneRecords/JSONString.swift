import TuneBytes

/// Scans one JSON string.
enum JSONString {
    /// The text of the string whose opening quote stands at `start`, and the offset behind its closing quote.
    /// The text is a range of the slice, or of the record's scratch when the string holds escapes.
    static func scan(
        _ bytes: Span<UInt8>, at start: Int, in record: inout Record
    ) throws(JSONParser.Stop) -> (TextRange, Int) {
        let first = bytes.jsonStringStop(from: start + 1)
        if first < bytes.count, bytes[first] == UInt8(ascii: "\"") {
            return (TextRange(start + 1, first), first + 1)
        }
        let lower = record.scratch.count
        var position = start + 1
        var stop = first
        while stop < bytes.count {
            bytes.extracting(position..<stop).append(to: &record.scratch)
            switch bytes[stop] {
            case UInt8(ascii: "\""):
                return (TextRange(lower, record.scratch.count, isInScratch: true), stop + 1)
            case UInt8(ascii: "\\"):
                position = try escape(bytes, at: stop, in: &record)
            default:
                throw JSONParser.Stop(kind: .controlCharacter(byte: bytes[stop]), offset: stop)
            }
            stop = bytes.jsonStringStop(from: position)
        }
        throw JSONParser.Stop(kind: .truncatedJSON(opened: UInt8(ascii: "\"")), offset: start)
    }

    private static func escape(
        _ bytes: Span<UInt8>, at position: Int, in record: inout Record
    ) throws(JSONParser.Stop) -> Int {
        guard position + 1 < bytes.count else { return bytes.count }
        guard bytes[position + 1] == UInt8(ascii: "u") else {
            guard let byte = JSONEscape.short(bytes[position + 1]) else {
                throw JSONParser.Stop(kind: .invalidJSON(.badEscape), offset: position)
            }
            record.scratch.append(byte)
            return position + 2
        }
        guard let scalar = JSONEscape.scalar(bytes, at: position) else {
            throw JSONParser.Stop(kind: .invalidJSON(.badEscape), offset: position)
        }
        let isLone = (0xD800..<0xE000).contains(scalar.value)
        if isLone { record.add(.loneSurrogate, at: position, to: position + 6) }
        UTF8Encoding.append(isLone ? 0xFFFD : scalar.value, to: &record.scratch)
        return position + scalar.length
    }
}
