public import TuneHub

/// The Hugging Face hub, or another that speaks like it.
public struct Hub: Sendable {
    /// Where it is.
    public let endpoint: WebAddress
    /// How long to wait for it.
    public var policy = TransferPolicy()
    private let token: Secret?

    /// The hub of an environment: `HF_ENDPOINT`, else the public one; the token from `HF_TOKEN`, else the one saved
    /// at login.
    public init(environment: [String: String]) throws(TransferError) {
        let home = HubHome(environment: environment)
        let text = home.endpoint
        guard let endpoint = WebAddress(text), endpoint.query == nil else { throw .badAddress(text) }
        self.endpoint = endpoint
        token = home.token.map { Secret($0) }
    }

    /// Brings `file` to `target` and verifies it against what the hub says of it.
    public func fetch(
        _ file: HubFile, to target: String, over transport: some Transport, clock: TransferClock = .system,
        note: @escaping @Sendable (TransferNote) -> Void = { _ in }
    ) async throws(TransferError) -> Download.Received {
        var download = Download(address(of: file), to: target)
        let (hub, page, hasToken) = (endpoint.origin, address(of: file.repository), token != nil)
        let mask = SecretMask([]).and(token)
        download.token = token
        download.policy = policy
        download.checksum = { Self.checksum($0, hub: hub) }
        download.refusal = { head, opening in
            guard head.address.origin == hub else { return nil }
            if let refusal = HubRefusal(head, file: file, page: page, hasToken: hasToken) {
                return .hub(refusal)
            }
            guard let words = head.headers["X-Error-Message"], head.status != 404 else { return nil }
            let said = BodyPrefix.shown(Array(words.utf8), mask)
            return .refused(head.address, status: head.status, detail: said)
        }
        return try await download.run(over: transport, clock: clock, note: note)
    }

    /// Where a file is.
    public func address(of file: HubFile) -> WebAddress {
        let path = file.name.utf8.split(separator: UInt8(ascii: "/")).map {
            PercentEncoding.segment(Substring($0))
        }.joined(separator: "/")
        return address(of: "\(file.repository)/resolve/\(PercentEncoding.segment(file.revision))/\(path)")
    }

    private func address(of path: String) -> WebAddress {
        var base = endpoint.path[...]
        while base.last == "/" { base = base.dropLast() }
        return WebAddress(origin: endpoint.origin, path: "\(base)/\(path)", query: nil)
    }

    /// What the hub says of the bytes: the SHA-256 of large files, which another server sends, in `X-Linked-Etag`; of
    /// others git's name for them, in `ETag`, next to the commit.
    static func checksum(_ heads: [ResponseHead], hub: WebAddress.Origin) -> Checksum? {
        let own = heads.filter { $0.address.origin == hub }
        if let tag = own.compactMap({ $0.headers["X-Linked-Etag"] }).first {
            return Checksum(digits: Self.bare(tag))
        }
        guard let last = heads.last, last.address.origin == hub,
            own.contains(where: { $0.headers["X-Repo-Commit"] != nil })
        else { return nil }
        return last.headers["ETag"].flatMap { Checksum(digits: Self.bare($0)) }
    }

    /// An entity tag without its quotes.
    private static func bare(_ tag: String) -> String {
        (tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]).filter { $0 != "\"" }
    }
}
