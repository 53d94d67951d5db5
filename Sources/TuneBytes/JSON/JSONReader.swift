/// Reads a JSON document (RFC 8259) value by value, in the order of the text, and strictly.
///
/// Ask for what should come next; anything else is a ``JSONReaderError``. After `nextKey` or `nextElement` has
/// said yes, one value must be read or skipped:
///
///     var json = try JSONReader(file.span)
///     try json.enterObject()
///     while let key = try json.nextKey() {
///         if key == "vocab_size" { size = try json.integer() } else { try json.skip() }
///     }
///     try json.end()
///
/// Keys may repeat, as the RFC allows: whoever minds has to look. Half of a surrogate pair is refused.
public struct JSONReader: ~Copyable, ~Escapable {
    /// How deep arrays and objects may be inside each other.
    public static let depthLimit = 128

    let bytes: Span<UInt8>
    /// The offset of the next byte to be read, from 0.
    public internal(set) var offset: Int
    var scratch = UniqueBuffer<UInt8>()
    private var depth = 0
    private var isFirst = false

    /// A reader of `bytes`, or of the document in `range` of them; offsets are of `bytes` either way.
    @_lifetime(copy bytes)
    public init(_ bytes: Span<UInt8>, in range: Range<Int>? = nil) throws(JSONReaderError) {
        self.bytes = bytes.extracting(0..<(range?.upperBound ?? bytes.count))
        offset = range?.lowerBound ?? 0
        if let invalid = self.bytes.firstInvalidUTF8(from: offset) { throw .notUTF8(offset: invalid) }
    }

    /// What the next value is.
    public mutating func kind() throws(JSONReaderError) -> JSON.Kind {
        switch try nextByte() {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "-"), 0x30...0x39: return .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
        case UInt8(ascii: "n"): return .null
        default: throw .unexpected(offset: offset)
        }
    }

    /// Steps into an object; then ask for its keys.
    public mutating func enterObject() throws(JSONReaderError) {
        try enter(.object)
    }

    /// Steps into an array; then ask for its elements.
    public mutating func enterArray() throws(JSONReaderError) {
        try enter(.array)
    }

    /// Reads the next key of the object entered last into `key`; false, and out of the object, when there is none.
    public mutating func nextKey(into key: inout UniqueBuffer<UInt8>) throws(JSONReaderError) -> Bool {
        guard try nextItem(closer: UInt8(ascii: "}")) else { return false }
        key.removeAll()
        try appendString(to: &key)
        try takeColon()
        return true
    }

    /// The next key of the object entered last; nil, and out of the object, when there is none.
    public mutating func nextKey() throws(JSONReaderError) -> String? {
        guard try nextItem(closer: UInt8(ascii: "}")) else { return nil }
        let key = try string()
        try takeColon()
        return key
    }

    mutating func skipKey() throws(JSONReaderError) -> Bool {
        guard try nextItem(closer: UInt8(ascii: "}")) else { return false }
        try skipString()
        try takeColon()
        return true
    }

    /// Steps to the next element of the array entered last; false, and out of the array, when there is none.
    public mutating func nextElement() throws(JSONReaderError) -> Bool {
        try nextItem(closer: UInt8(ascii: "]"))
    }

    /// Checks that nothing but white space follows.
    public mutating func end() throws(JSONReaderError) {
        skipSpace()
        guard offset == bytes.count else { throw .unexpected(offset: offset) }
    }

    private mutating func enter(_ kind: JSON.Kind) throws(JSONReaderError) {
        try expect(kind)
        guard depth < Self.depthLimit else { throw .tooDeep(offset: offset) }
        depth += 1
        offset += 1
        isFirst = true
    }

    private mutating func nextItem(closer: UInt8) throws(JSONReaderError) -> Bool {
        let byte = try nextByte()
        let isFirst = self.isFirst
        self.isFirst = false
        if byte == closer {
            guard depth > 0 else { throw .unexpected(offset: offset) }
            depth -= 1
            offset += 1
            return false
        }
        if isFirst { return true }
        guard byte == UInt8(ascii: ",") else { throw .unexpected(offset: offset) }
        offset += 1
        return true
    }

    private mutating func takeColon() throws(JSONReaderError) {
        guard try nextByte() == UInt8(ascii: ":") else { throw .unexpected(offset: offset) }
        offset += 1
    }

    mutating func expect(_ wanted: JSON.Kind) throws(JSONReaderError) {
        let found = try kind()
        guard found == wanted else { throw .mismatch(wanted: wanted, found: found, offset: offset) }
    }

    private mutating func nextByte() throws(JSONReaderError) -> UInt8 {
        skipSpace()
        guard offset < bytes.count else { throw .ended }
        return bytes[offset]
    }

    private mutating func skipSpace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            default: return
            }
        }
    }
}
