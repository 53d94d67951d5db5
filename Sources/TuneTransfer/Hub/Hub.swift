public import TuneHub

/// The Hugging Face hub, or another that speaks like it.
public struct Hub: Sendable {
    /// The address of the hub.
    public let endpoint: WebAddress
    /// How long to wait for it and how often to try.
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
        let source = HubDownload(
            file: file, address: address(of: file), page: address(of: file.repository), token: token)
        var download = Download(of: source, to: target)
        download.policy = policy
        return try await download.run(over: transport, clock: clock, note: note)
    }

    /// The address of a file.
    public func address(of file: HubFile) -> WebAddress {
        let path = file.name.utf8.split(separator: UInt8(ascii: "/")).map {
            PercentEncoding.segment(Substring($0))
        }.joined(separator: "/")
        return address(of: "\(file.repository)/resolve/\(PercentEncoding.segment(file.revision))/\(path)")
    }

    /// The address of a path after the endpoint.
    private func address(of path: String) -> WebAddress {
        var base = endpoint.path[...]
        while base.last == "/" { base = base.dropLast() }
        return WebAddress(origin: endpoint.origin, path: "\(base)/\(path)", query: nil)
    }
}
