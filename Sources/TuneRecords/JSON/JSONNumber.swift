/// The spelling of JSON numbers, RFC 8259 section 6. Their text is kept, never their value.
enum JSONNumber {
    /// The offset after the number that begins at `start`.
    static func end(_ bytes: Span<UInt8>, from start: Int) throws(JSONParser.Stop) -> Int {
        var position = start
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let whole = try digits(bytes, position, from: start)
        if bytes[position] == UInt8(ascii: "0"), whole - position > 1 { throw bad(start) }
        position = whole
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position = try digits(bytes, position + 1, from: start)
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            let hasSign =
                position < bytes.count
                && (bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-"))
            position = try digits(bytes, hasSign ? position + 1 : position, from: start)
        }
        return position
    }

    private static func digits(
        _ bytes: Span<UInt8>, _ first: Int, from start: Int
    ) throws(JSONParser.Stop) -> Int {
        var position = first
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
        guard position > first else { throw bad(start) }
        return position
    }

    private static func bad(_ offset: Int) -> JSONParser.Stop {
        JSONParser.Stop(kind: .invalidJSON(.badNumber), offset: offset)
    }
}
