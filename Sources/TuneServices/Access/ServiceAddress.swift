public import TuneTransfer

/// Where a service is. Tokens go there, so it is reached by https; by http on this machine only.
public struct ServiceAddress: Sendable, Equatable {
    /// Where the API is that trains.
    public let root: WebAddress
    /// Where tokens are asked whose they are.
    public let identity: WebAddress

    /// A service at an address that a user gives: a host, or one followed by the path of the API or of an organization.
    /// Whose a token is, is asked at the same host, so that it goes to no other.
    public init(_ text: String) throws(ServiceError) {
        try self.init(text, identity: text)
    }

    /// A service whose API and whose knowledge of tokens are at two hosts.
    init(_ text: String, identity: String) throws(ServiceError) {
        guard let root = WebAddress(text), let other = WebAddress(identity), !text.contains("?") else {
            throw .badAddress(text)
        }
        guard root.origin.scheme == "https" || root.origin.isLoopback else {
            throw .transfer(.tokenInTheClear(root.origin), request: "")
        }
        self.root = root
        self.identity = other
    }
}
