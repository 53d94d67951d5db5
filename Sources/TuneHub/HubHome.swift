internal import TuneBytes

/// Where the hub's own tools keep what is the user's: the token and the cache. All of it is read, never written.
package struct HubHome: Sendable {
    /// The endpoint of the public hub.
    package static let publicEndpoint = "https://huggingface.co"

    private let environment: [String: String]

    /// What is known to a user whose environment this is.
    package init(environment: [String: String]) {
        self.environment = environment
    }

    /// The address of the hub, as it was written: `HF_ENDPOINT`, else the public one.
    package var endpoint: String { self["HF_ENDPOINT"] ?? Self.publicEndpoint }

    /// The folder of the cached repositories; nil when not even a home is known.
    package var cache: String? { (self["HF_HUB_CACHE"] ?? folder.map { $0 + "/hub" }).map(withHome) }

    /// The token in the environment, else the one saved at login; a secret, to be wrapped as one at once. Nil when there
    /// is none that can be sent in a header.
    package var token: String? {
        if let token = self["HF_TOKEN"].flatMap(Self.trimmed) { return token }
        guard let path = self["HF_TOKEN_PATH"].map(withHome) ?? folder.map({ $0 + "/token" }),
            let input = try? FileInput(path: path), input.size != nil
        else { return nil }
        var bytes: [UInt8] = []
        let limit = 4096
        while bytes.count < limit, let got = try? input.read(limit, into: &bytes), got > 0 {}
        return Self.trimmed(String(decoding: bytes, as: UTF8.self))
    }

    private var folder: String? {
        if let home = self["HF_HOME"] { return withHome(home) }
        let caches = self["XDG_CACHE_HOME"] ?? self["HOME"].map { $0 + "/.cache" }
        return caches.map { withHome($0) + "/huggingface" }
    }

    private subscript(name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private func withHome(_ path: String) -> String {
        guard path == "~" || path.hasPrefix("~/"), let home = self["HOME"] else { return path }
        return home + path.dropFirst()
    }

    /// Nil for a text that cannot be sent in a header.
    private static func trimmed(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 1, words[0].utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else { return nil }
        return String(words[0])
    }
}
