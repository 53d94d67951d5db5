internal import TuneTransfer

/// Nscale's hosts and paths: all of them that hold no id are here, because the next version of the service may rename
/// them.
extension ServiceAddress {
    /// Nscale's documented hosts (docs.nscale.com, read 2026-11-21).
    static var nscale: ServiceAddress {
        get throws(ServiceError) {
            try ServiceAddress(
                "https://fine-tuning.api.nscale.com", identity: "https://identity.nks.europe-west4.nscale.com"
            )
        }
    }

    private static let version = "/api/v1"

    /// The base of everything that belongs to an organization.
    func base(of organization: OrganizationID) -> String {
        var path = root.path
        while path.last == "/" { path.removeLast() }
        let origin = root.origin.description
        if path.contains("/organizations/") { return origin + path }
        return origin + (path.isEmpty ? Self.version : path) + "/organizations/\(organization.text)"
    }

    /// Where the organizations of a token are listed: the older path first.
    var identityPaths: [String] {
        ["/acl", "/organizations"].map { identity.origin.description + Self.version + $0 }
    }
}
