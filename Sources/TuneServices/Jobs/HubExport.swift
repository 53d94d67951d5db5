public import TuneTransfer

/// Where a finished model is to be published on the Hugging Face hub.
public struct HubExport: Sendable {
    /// The hub's user or organization.
    public let user: String
    /// `user/repository`.
    public let repository: String
    /// May write there; goes into this one request and nowhere else.
    let token: Secret

    /// An export; nil when the repository is not written as `user/name`.
    public init?(to repository: String, user: String? = nil, token: Secret) {
        let parts = repository.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts.allSatisfy(ServiceID.isOne) else { return nil }
        self.user = user ?? parts[0]
        self.repository = repository
        self.token = token
    }
}
