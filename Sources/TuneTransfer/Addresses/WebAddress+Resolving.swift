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
