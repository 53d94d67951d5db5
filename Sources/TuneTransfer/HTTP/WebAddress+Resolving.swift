extension WebAddress {
    /// Where a `Location` leads, seen from here (RFC 3986, section 5.2); nil when that is no web address.
    public func resolving(_ reference: String) -> WebAddress? {
        guard let parts = AddressParts(reference) else { return nil }
        if let scheme = parts.scheme {
            guard let authority = parts.authority, let origin = Origin(scheme: scheme, authority: authority)
            else { return nil }
            return WebAddress(origin: origin, path: Self.withoutDots(parts.path), query: parts.query)
        }
        if let authority = parts.authority {
            guard let origin = Origin(scheme: origin.scheme, authority: authority) else { return nil }
            return WebAddress(origin: origin, path: Self.withoutDots(parts.path), query: parts.query)
        }
        if parts.path.isEmpty {
            return WebAddress(origin: origin, path: path, query: parts.query ?? query)
        }
        let merged = parts.path.hasPrefix("/") ? parts.path : folder + parts.path
        return WebAddress(origin: origin, path: Self.withoutDots(merged), query: parts.query)
    }

    private var folder: Substring {
        path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    }

    private static func withoutDots(_ path: String) -> String {
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (place, segment) in segments.enumerated() {
            let isLast = place == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                kept = kept.dropLast()
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return "/" + kept.joined(separator: "/")
    }
}

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
