public import TuneTransfer

/// Where a service is: every host and path that is not named by an id stands here, because the next version of the
/// service may rename them.
public struct ServiceAddress: Sendable, Equatable {
    /// Where the API is that trains.
    public let root: WebAddress
    /// Where tokens are asked whose they are.
    public let identity: WebAddress

    /// Nscale's documented hosts (docs.nscale.com, read 2026-11-21).
    public static var nscale: ServiceAddress {
        get throws(ServiceError) {
            try ServiceAddress(
                "https://fine-tuning.api.nscale.com", identity: "https://identity.nks.europe-west4.nscale.com"
            )
        }
    }

    private static let version = "/api/v1"

    /// A service at an address that is given: a host, or one with the path of the API or of an organization behind
    /// it. Its tokens are asked for at the same host, so that they go to no other.
    public init(_ text: String) throws(ServiceError) {
        try self.init(text, identity: text)
    }

    private init(_ text: String, identity: String) throws(ServiceError) {
        guard let root = WebAddress(text), let other = WebAddress(identity), !text.contains("?") else {
            throw .badAddress(text)
        }
        guard root.origin.scheme == "https" || root.origin.isLoopback else {
            throw .transfer(.tokenInTheClear(root.origin), request: "")
        }
        self.root = root
        self.identity = other
    }

    /// The base of everything that belongs to an organization.
    func base(of organization: OrganizationID) -> String {
        var path = root.path
        while path.last == "/" { path.removeLast() }
        let origin = root.origin.description
        if path.contains("/organizations/") { return origin + path }
        return origin + (path.isEmpty ? Self.version : path) + "/organizations/\(organization.text)"
    }

    /// Where the organizations of a token stand: the older path first.
    var identityPaths: [String] {
        ["/acl", "/organizations"].map { identity.origin.description + Self.version + $0 }
    }
}

/// The id of an organization: letters, digits and `._-`.
public struct OrganizationID: Sendable, Equatable {
    /// As written.
    public let text: String

    /// Nil for what cannot be one.
    public init?(_ text: String) {
        guard ServiceID.isOne(text) else { return nil }
        self.text = text
    }

    /// Whether it looks like those that are documented: a UUID, or `org-…`.
    public var isUsual: Bool { text.hasPrefix("org-") || ServiceID.isUUID(text) }
}

/// The ids a service gives to things.
public enum ServiceID {
    /// Whether a text can stand in an address as it is.
    public static func isOne(_ text: String) -> Bool {
        !text.isEmpty && text != "." && text != ".."
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
    }

    /// Whether a text has the form of a UUID.
    public static func isUUID(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard parts.map(\.count) == [8, 4, 4, 4, 12] else { return false }
        return parts.joined().allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
            default: false
            }
        }
    }
}
