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
