public import TuneBytes

/// What sends a request and brings the answer: the network, or a test. It follows no redirect, tries nothing twice,
/// and inflates nothing.
public protocol Transport: Sendable {
    /// Sends a request and returns when the answer's head is there.
    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse
}

/// A request.
public struct TransportRequest: Sendable {
    /// `GET`, `POST` and their like.
    public var method: String
    /// Where it goes.
    public var address: WebAddress
    /// What it says.
    public var headers: HeaderList
    /// Sent as `Authorization: Bearer`.
    public var token: Secret?
    /// What is sent with it; its length is announced.
    public var body: RequestBody?

    /// A request to `address`.
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

/// The head of an answer.
public struct ResponseHead: Sendable, Equatable {
    /// Who answered.
    public var address: WebAddress
    /// The status code.
    public var status: Int
    /// The header fields.
    public var headers: HeaderList
    /// Whether the end of the body is the end of the connection: neither a length nor chunks were announced, so that
    /// a connection cut short cannot be told from an end.
    public var endsWithConnection: Bool

    /// A head.
    public init(
        address: WebAddress, status: Int, headers: HeaderList = [:], endsWithConnection: Bool = false
    ) {
        self.address = address
        self.status = status
        self.headers = headers
        self.endsWithConnection = endsWithConnection
    }
}

/// An answer whose body is asked for piece by piece.
public struct TransportResponse: Sendable {
    /// Status and header fields.
    public var head: ResponseHead
    /// The body, to be read once.
    public var body: any TransportBody

    /// An answer.
    public init(head: ResponseHead, body: any TransportBody) {
        self.head = head
        self.body = body
    }
}

/// The bytes of an answer; nothing is read ahead without limit. Released when it is not wanted any more.
public protocol TransportBody: Sendable {
    /// The next bytes, never an empty piece; nil at the announced end, not at a cut.
    func next() async throws(TransportFailure) -> [UInt8]?
}

/// Why no answer came, or not all of it.
public enum TransportFailure: Error, Sendable, Equatable {
    /// The host has no address, refuses, or does not answer; the reason in plain words.
    case unreachable(String)
    /// The connection ended or stalled before the answer did.
    case broken(String)
    /// What was received is not HTTP, or more than a client takes.
    case malformed(String)
    /// The host could not prove who it is.
    case insecure(String)
    /// The proxy does not let us through.
    case proxy(String)
    /// What was to be sent could not be read; not all of it was sent.
    case unreadable(ByteError)
    /// The task was cancelled.
    case cancelled
}
