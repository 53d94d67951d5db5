/// What is asked of a server.
public struct TransportRequest: Sendable {
    /// `GET`, `POST` and their like.
    public var method: String
    /// Where the request goes.
    public var address: WebAddress
    /// The header fields, without those of `token` and `body`.
    public var headers: HeaderList
    /// Sent as `Authorization: Bearer`.
    public var token: Secret?
    /// What is sent with it; its length is announced.
    public var body: RequestBody?

    /// A request to `address`: a question without a body, unless `method` and `body` say otherwise.
    public init(
        _ method: String = "GET", address: WebAddress, headers: HeaderList = [:], token: Secret? = nil,
        body: RequestBody? = nil
    ) {
        self.method = method
        self.address = address
        self.headers = headers
        self.token = token
        self.body = body
    }
}
