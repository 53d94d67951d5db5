/// The head of an answer.
public struct ResponseHead: Sendable, Equatable {
    /// The address that answered.
    public var address: WebAddress
    /// The status code.
    public var status: Int
    /// The header fields.
    public var headers: HeaderList
    /// Whether the end of the body is the end of the connection: neither a length nor chunks were announced, so that
    /// a connection cut short cannot be told from an end.
    public var endsWithConnection: Bool

    /// The head of an answer from `address`.
    public init(
        address: WebAddress, status: Int, headers: HeaderList = [:], endsWithConnection: Bool = false
    ) {
        self.address = address
        self.status = status
        self.headers = headers
        self.endsWithConnection = endsWithConnection
    }
}
