/// Reads the fields of a Protocol Buffers message one by one, every bound checked.
struct ProtobufReader: ~Copyable, ~Escapable {
    /// One field's value; texts and messages as the range of their bytes.
    enum Value: Hashable {
        case number(UInt64)
        case bits32(UInt32)
        case bits64
        case bytes(Range<Int>)
    }

    private let bytes: Span<UInt8>
    private var offset: Int

    /// A reader of the message in `range`.
    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>, in range: Range<Int>) {
        self.bytes = bytes.extracting(0..<range.upperBound)
        offset = range.lowerBound
    }

    /// The next field's number and value; nil at the end.
    mutating func next() throws(VocabularyError) -> (field: UInt64, value: Value)? {
        guard offset < bytes.count else { return nil }
        let start = offset
        let key = try variableNumber()
        guard key >> 3 > 0, key >> 3 < 1 << 29 else { throw .protobuf(offset: start) }
        return try (key >> 3, value(ofType: key & 7, at: start))
    }

    private mutating func value(ofType type: UInt64, at start: Int) throws(VocabularyError) -> Value {
        switch type {
        case 0: return .number(try variableNumber())
        case 1:
            _ = try take(8)
            return .bits64
        case 2:
            let length = try variableNumber()
            guard length <= UInt64(bytes.count - offset) else { throw .protobuf(offset: start) }
            return .bytes(try take(Int(length)))
        case 5:
            let range = try take(4)
            var bits: UInt32 = 0
            for index in range.reversed() { bits = bits << 8 | UInt32(bytes[index]) }
            return .bits32(bits)
        default: throw .protobuf(offset: start)
        }
    }

    private mutating func take(_ count: Int) throws(VocabularyError) -> Range<Int> {
        guard count <= bytes.count - offset else { throw .protobuf(offset: offset) }
        offset += count
        return (offset - count)..<offset
    }

    private mutating func variableNumber() throws(VocabularyError) -> UInt64 {
        var number: UInt64 = 0
        for shift in stride(from: 0, to: 70, by: 7) {
            guard offset < bytes.count else { throw .protobuf(offset: offset) }
            let byte = bytes[offset]
            if shift == 63, byte > 1 { throw .protobuf(offset: offset) }
            offset += 1
            number |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte < 0x80 { return number }
        }
        throw .protobuf(offset: offset)
    }
}
