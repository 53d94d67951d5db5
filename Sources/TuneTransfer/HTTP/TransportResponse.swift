/// An answer whose body is asked for piece by piece.
public struct TransportResponse: Sendable {
    /// Status and header fields.
    public var head: ResponseHead
    /// The body, to be read once.
    public var body: any TransportBody

    /// An answer of a head and a body that follows it.
    public init(head: ResponseHead, body: any TransportBody) {
        self.head = head
        self.body = body
    }
}
