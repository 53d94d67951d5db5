/// An http or https address: absolute, without user and password. Its description leaves the query out, which in a
/// signed address is a credential.
public struct WebAddress: Sendable, Equatable {
    /// Where an address leads: what may be trusted with a token.
    public struct Origin: Sendable, Hashable {
        /// `http` or `https`.
        public let scheme: String
        /// In lower case; an IPv6 address is in brackets.
        public let host: String
        /// The port that is written, or that of the scheme.
        public let port: Int
    }

    /// Scheme, host and port.
    public let origin: Origin
    /// Begins with `/`, percent-encoded.
    public let path: String
    /// What follows `?`; nil without one. In a signed address it is a credential.
    package let query: String?

    /// The address of these parts; an empty path becomes `/`.
    package init(origin: Origin, path: String, query: String?) {
        self.origin = origin
        self.path = path.isEmpty ? "/" : path
        self.query = query
    }

    /// The address written so; nil when it is relative, has another scheme, or names a user.
    public init?(_ text: String) {
        guard let parts = AddressParts(text), let scheme = parts.scheme, let authority = parts.authority,
            let origin = Origin(scheme: scheme, authority: authority)
        else { return nil }
        self.init(origin: origin, path: parts.path, query: parts.query)
    }

    /// The whole address, query included.
    package var text: String { description + (query.map { "?" + $0 } ?? "") }
}

extension WebAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The address without its query.
    public var description: String { origin.description + path }
    /// The address without its query.
    public var debugDescription: String { description }
    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension WebAddress.Origin: CustomStringConvertible {
    /// Reads `host` or `host:port`; nil when the host is empty or a user is named.
    init?(scheme: String, authority: String) {
        let scheme = scheme.lowercased()
        guard scheme == "http" || scheme == "https", !authority.contains("@") else { return nil }
        var (host, rest) = (authority[...], authority[authority.endIndex...])
        if let bracket = authority.lastIndex(of: "]") {
            guard authority.first == "[" else { return nil }
            (host, rest) = (authority[...bracket], authority[authority.index(after: bracket)...])
        } else if let colon = authority.firstIndex(of: ":") {
            (host, rest) = (authority[..<colon], authority[colon...])
        }
        var port = scheme == "https" ? 443 : 80
        if rest.count > 1 {
            let digits = rest.dropFirst()
            guard rest.first == ":", digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
                let number = Int(digits), 1...65535 ~= number
            else { return nil }
            port = number
        } else if !rest.isEmpty, rest != ":" {
            return nil
        }
        guard !host.isEmpty, host != "[]" else { return nil }
        self.init(scheme: scheme, host: host.lowercased(), port: port)
    }

    /// `https://host`, with the port when it is not the scheme's own.
    public var description: String {
        let isImplied = port == (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(host)" + (isImplied ? "" : ":\(port)")
    }

    /// Whether the host is this machine, so that nothing sent there crosses a network.
    public var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers[0] == 127 && !numbers.contains(nil)
    }
}
