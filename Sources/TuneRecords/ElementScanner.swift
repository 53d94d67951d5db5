import TuneBytes

/// Follows the structure of a JSON container's inside without judging it: strings, nesting, and the commas between its
/// elements. A string ends at a line end at the latest, because JSON allows none inside; so a missing quote costs one
/// element, not the rest of the file.
struct ElementScanner {
    /// What the scanner came to.
    enum Event { case comma, end }

    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    /// Goes on at `offset` to the next comma between elements or to the container's end, and stands behind it; nil
    /// when the bytes end first.
    mutating func next(in bytes: Span<UInt8>, _ offset: inout Int) -> Event? {
        while offset < bytes.count {
            if isInString {
                stepInString(bytes, &offset)
                continue
            }
            let byte = bytes[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return .end }
                depth -= 1
            case UInt8(ascii: ","):
                if depth == 0 { return .comma }
            default: break
            }
        }
        return nil
    }

    private mutating func stepInString(_ bytes: Span<UInt8>, _ offset: inout Int) {
        if isEscaped {
            isEscaped = false
            offset += 1
            return
        }
        offset = bytes.jsonStringStop(from: offset)
        guard offset < bytes.count else { return }
        let byte = bytes[offset]
        offset += 1
        if byte == UInt8(ascii: "\\") { isEscaped = true }
        if byte == UInt8(ascii: "\"") || byte == 0x0A { isInString = false }
    }
}
