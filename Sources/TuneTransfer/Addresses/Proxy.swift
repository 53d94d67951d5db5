/// A proxy that speaks HTTP.
package struct Proxy: Sendable, Equatable {
    /// The host as its address writes it; an IPv6 address in brackets.
    package var host: String
    /// The port, 1 to 65535.
    package var port: Int
    /// User and password, with a colon between.
    package var login: Secret?

    /// The host as a name server or a socket takes it: an IPv6 address without brackets.
    package var bareHost: String { host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host }

    /// Reads `http://user:password@host:port`, of which all but the host may be missing.
    init?(_ text: String) {
        var rest = text[...]
        if let scheme = rest.firstRange(of: "://") {
            guard rest[..<scheme.lowerBound].lowercased() == "http" else { return nil }
            rest = rest[scheme.upperBound...]
        }
        if let end = rest.firstIndex(where: { "/?#".contains($0) }) { rest = rest[..<end] }
        if let at = rest.lastIndex(of: "@") {
            login = Secret(PercentEncoding.decoded(rest[..<at]))
            rest = rest[rest.index(after: at)...]
        }
        guard let origin = WebAddress.Origin(scheme: "http", authority: String(rest)) else { return nil }
        (host, port) = (origin.host, origin.port)
    }
}
