/// The environment's variables by which users tell a service where it is and who they are.
public struct ServiceVariables: Sendable {
    /// Names another address than the service's own.
    public var address: String
    /// May hold the token, at least one: the first that is set is used.
    public var tokens: [String]
    /// May hold a key of an older kind, which is used when no token is set; nil where there is none.
    public var oldKey: String?
    /// May hold the organization's id, at least one: the first that is set is used.
    public var organizations: [String]

    /// Every variable that is looked at.
    public var all: [String] {
        [address] + tokens + (oldKey.map { [$0] } ?? []) + organizations
    }
}
