import TuneBytes

/// A strict parser of one JSON value (RFC 8259) that lays its values into a record, in document order.
struct JSONParser: ~Copyable {
    /// How deep containers may nest.
    static let nestingLimit = 512

    /// Where and why a text stopped being JSON.
    struct Stop: Error {
        let kind: RecordDefect.Kind
        let offset: Int
    }

    /// True when a line feed is no white space between values: the text is one value a line.
    private let endsAtLine: Bool
    private var open = UniqueBuffer<Int>(capacity: 16)

    init(endsAtLine: Bool = false) {
        self.endsAtLine = endsAtLine
    }

    /// Parses the value that begins at or after `start`; `bytes` ends where the text ends. Returns the offset
    /// after the value. Duplicate keys and lone surrogates become defects of the record and do not stop the
    /// parse.
    mutating func parse(
        _ bytes: Span<UInt8>, from start: Int, into record: inout Record
    ) throws(Stop) -> Int {
        open.removeAll()
        var position = skip(bytes, start)
        var key = RecordKey.none
        while true {
            guard position < bytes.count else { throw ended(record, at: position) }
            let byte = bytes[position]
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                try begin(byte, at: position, key, in: &record)
                position = skip(bytes, position + 1)
                guard position < bytes.count else { throw ended(record, at: position) }
                if bytes[position] != byte + 2 {
                    key = try nextKey(bytes, &position, in: &record)
                    continue
                }
                close(at: position, in: &record)
                position += 1
            } else {
                position = try scalar(bytes, at: position, key, in: &record)
            }
            guard try !leave(bytes, &position, in: &record) else { return position }
            key = try nextKey(bytes, &position, in: &record)
        }
    }

    /// Steps past a finished value: over containers that end here, to the next value's or key's first byte.
    /// True when the outermost value is finished.
    private mutating func leave(
        _ bytes: Span<UInt8>, _ position: inout Int, in record: inout Record
    ) throws(Stop) -> Bool {
        while let container = open.last {
            position = skip(bytes, position)
            guard position < bytes.count else { throw ended(record, at: position) }
            let closer = closer(of: container, in: record)
            if bytes[position] == closer {
                close(at: position, in: &record)
                position += 1
                continue
            }
            guard bytes[position] == UInt8(ascii: ",") else { throw stop(.commaExpected, at: position) }
            let comma = position
            position = skip(bytes, position + 1)
            if position < bytes.count, bytes[position] == closer { throw stop(.trailingComma, at: comma) }
            return false
        }
        return true
    }

    /// Reads a key and its colon when the innermost container is an object; leaves `position` on the value.
    private func nextKey(
        _ bytes: Span<UInt8>, _ position: inout Int, in record: inout Record
    ) throws(Stop) -> RecordKey {
        guard let container = open.last, record.values[container].kind == .object else { return .none }
        guard position < bytes.count else { throw ended(record, at: position) }
        guard bytes[position] == UInt8(ascii: "\"") else {
            throw stop(bytes[position] == UInt8(ascii: "'") ? .singleQuote : .keyExpected, at: position)
        }
        let start = position
        let (text, end) = try JSONString.scan(bytes, at: position, in: &record)
        position = skip(bytes, end)
        guard position < bytes.count else { throw ended(record, at: position) }
        guard bytes[position] == UInt8(ascii: ":") else { throw stop(.colonExpected, at: position) }
        position = skip(bytes, position + 1)
        return RecordKey(text: text, start: Int32(truncatingIfNeeded: start))
    }

    private mutating func begin(
        _ byte: UInt8, at position: Int, _ key: RecordKey, in record: inout Record
    ) throws(Stop) {
        guard open.count < Self.nestingLimit else {
            throw Stop(kind: .nestedTooDeep(limit: Self.nestingLimit), offset: position)
        }
        open.append(record.values.count)
        append(
            byte == UInt8(ascii: "{") ? .object : .array, from: position, upTo: position + 1, under: key,
            to: &record)
    }

    private mutating func close(at position: Int, in record: inout Record) {
        guard let index = open.popLast() else { return }
        record.values[index].end = Int32(truncatingIfNeeded: position + 1)
        record.values[index].text = TextRange(Int(record.values[index].start), position + 1)
        record.values[index].next = Int32(truncatingIfNeeded: record.values.count)
        if record.values[index].kind == .object { DuplicateKeys.report(in: index, of: &record) }
    }

    private func scalar(
        _ bytes: Span<UInt8>, at position: Int, _ key: RecordKey, in record: inout Record
    ) throws(Stop) -> Int {
        switch bytes[position] {
        case UInt8(ascii: "\""):
            let (text, end) = try JSONString.scan(bytes, at: position, in: &record)
            append(.text, from: position, upTo: end, under: key, text: text, to: &record)
            return end
        case UInt8(ascii: "-"), 0x30...0x39:
            let end = try JSONNumber.end(bytes, from: position)
            append(.number, from: position, upTo: end, under: key, to: &record)
            return end
        case UInt8(ascii: "'"):
            throw stop(.singleQuote, at: position)
        default:
            return try word(bytes, at: position, key, in: &record)
        }
    }

    private func word(
        _ bytes: Span<UInt8>, at position: Int, _ key: RecordKey, in record: inout Record
    ) throws(Stop) -> Int {
        var end = position
        while end < bytes.count, end - position < 24, Self.isLetter(bytes[end]) { end += 1 }
        let word = bytes.extracting(position..<end)
        for (spelling, kind) in Self.words where word.isEqual(to: spelling.span) {
            append(kind, from: position, upTo: end, under: key, to: &record)
            return end
        }
        guard !word.isEmpty else { throw stop(.valueExpected, at: position) }
        let isCut =
            end == bytes.count && Self.words.contains { $0.spelling.starts(with: Array(word.text.utf8)) }
        throw isCut ? ended(record, at: end) : stop(.bareWord(word.text), at: position)
    }

    private static let words: [(spelling: [UInt8], kind: RecordValue.Kind)] = [
        (Array("true".utf8), .boolean), (Array("false".utf8), .boolean), (Array("null".utf8), .null),
    ]

    private func append(
        _ kind: RecordValue.Kind, from start: Int, upTo end: Int, under key: RecordKey,
        text: TextRange? = nil, to record: inout Record
    ) {
        record.values.append(
            RecordValue(
                kind: kind, start: start, end: end, text: text ?? TextRange(start, end),
                next: record.values.count + 1))
        record.keys.append(key)
    }

    private func closer(of container: Int, in record: borrowing Record) -> UInt8 {
        record.values[container].kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
    }

    private func stop(_ defect: JSONDefect, at offset: Int) -> Stop {
        Stop(kind: .invalidJSON(defect), offset: offset)
    }

    /// The text ended inside a value, or before one began.
    private func ended(_ record: borrowing Record, at end: Int) -> Stop {
        guard let container = open.last else { return stop(.valueExpected, at: end) }
        let isObject = record.values[container].kind == .object
        return Stop(
            kind: .truncatedJSON(opened: UInt8(ascii: isObject ? "{" : "[")),
            offset: Int(record.values[container].start))
    }

    @inline(__always)
    private func skip(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        if start < bytes.count, bytes[start] > 0x20 { return start }
        return endsAtLine ? Self.skipBlanks(bytes, start) : Self.skipSpace(bytes, start)
    }

    /// The offset of the first byte at or after `start` that is neither JSON white space nor ends a line.
    static func skipBlanks(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var position = start
        while position < bytes.count, bytes[position] != 0x0A, isSpace(bytes[position]) { position += 1 }
        return position
    }

    /// The offset of the first byte at or after `start` that is not JSON white space.
    @inline(__always)
    static func skipSpace(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        if start < bytes.count, bytes[start] > 0x20 { return start }
        var position = start
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        return position
    }

    /// The end of `bytes[start..<end]` without the JSON white space there.
    static func endWithoutSpace(_ bytes: Span<UInt8>, from start: Int, upTo end: Int) -> Int {
        var end = end
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return end
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
