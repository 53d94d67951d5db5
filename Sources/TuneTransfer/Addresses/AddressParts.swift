/// The parts of an address as written (RFC 3986, appendix B). The fragment is dropped; blanks and bytes outside ASCII
/// are percent-encoded, as servers send them in `Location`.
struct AddressParts {
    var scheme: String?
    var authority: String?
    var path: String
    var query: String?

    /// Nil for a text with control characters.
    init?(_ text: String) {
        guard let encoded = Self.encoded(text) else { return nil }
        var rest = encoded[...]
        if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
        if let colon = rest.firstIndex(where: { ":/?".contains($0) }), rest[colon] == ":" {
            scheme = String(rest[..<colon])
            rest = rest[rest.index(after: colon)...]
        }
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        if rest.hasPrefix("//") {
            let behind = rest.dropFirst(2)
            let end = behind.firstIndex(of: "/") ?? behind.endIndex
            authority = String(behind[..<end])
            rest = behind[end...]
        }
        path = String(rest)
    }

    private static func encoded(_ text: String) -> String? {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x7F { return nil }
            if byte == 0x20 || byte > 0x7F || byte == 0x5C {
                bytes += PercentEncoding.encoded(byte)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
