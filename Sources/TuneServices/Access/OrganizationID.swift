/// The id of an organization: letters, digits and `._-`.
public struct OrganizationID: Sendable, Equatable {
    /// As written.
    public let text: String

    /// Nil for what cannot be one.
    public init?(_ text: String) {
        guard ServiceID.isOne(text) else { return nil }
        self.text = text
    }
}
