/// What a service has otherwise than it was sent.
public struct FileDifference: Sendable, Equatable {
    /// The file as the service knows it.
    public var id: String
    /// What differs: bytes, or columns.
    public var what: String
    /// As it is here.
    public var sent: String
    /// As it is there.
    public var stored: String
}
