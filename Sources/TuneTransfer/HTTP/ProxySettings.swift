/// Which proxy leads to which host, as the environment says: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`,
/// in capitals or not. This machine is always reached directly.
public struct ProxySettings: Sendable {
    private let byScheme: [String: String]
    private let exceptions: [String]

    /// The settings of an environment.
    public init(environment: [String: String]) {
        let value = { (name: String) in
            [environment[name.lowercased()], environment[name]].compactMap { $0 }.first { !$0.isEmpty }
        }
        let all = value("ALL_PROXY")
        byScheme = [
            "http": value("HTTP_PROXY") ?? all, "https": value("HTTPS_PROXY") ?? all,
        ].compactMapValues { $0 }
        exceptions = (value("NO_PROXY") ?? "").lowercased().split(separator: ",").map {
            String($0.filter { !$0.isWhitespace })
        }
    }

    /// The proxy on the way to `origin`; nil for the direct way.
    package func proxy(for origin: WebAddress.Origin) throws(TransportFailure) -> Proxy? {
        guard let text = byScheme[origin.scheme], !origin.isLoopback,
            !exceptions.contains(where: origin.matches)
        else { return nil }
        guard let proxy = Proxy(text) else {
            throw .proxy("its address is not written `http://host:port`")
        }
        return proxy
    }
}

/// A proxy that speaks HTTP.
package struct Proxy: Sendable, Equatable {
    package var host: String
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

extension WebAddress.Origin {
    /// Whether an entry of `NO_PROXY` means this host: itself or a domain above it, of any port or this one.
    fileprivate func matches(_ entry: String) -> Bool {
        if entry == "*" { return true }
        var (name, wanted) = (entry[...], Int?.none)
        if let colon = entry.lastIndex(of: ":"), !entry.hasSuffix("]"),
            let number = Int(entry[colon...].dropFirst())
        {
            (name, wanted) = (entry[..<colon], number)
        }
        name = name.drop { $0 == "*" || $0 == "." }
        guard !name.isEmpty, wanted ?? port == port else { return false }
        return host == name || host.hasSuffix("." + name)
    }
}
