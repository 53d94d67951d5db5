public import TuneCosts
public import TuneTransfer

extension NscaleService: FineTuningService {
    /// Nscale in the price book.
    public static var provider: Provider { .nscale }

    /// The variables Nscale documents, and those its demo reads.
    public static var variables: ServiceVariables {
        ServiceVariables(
            address: "NSCALE_BASE_URL",
            tokens: ["NSCALE_SERVICE_TOKEN", "NSCALE_API_TOKEN", "NSCALE_TOKEN"],
            oldKey: "NSCALE_API_KEY",
            organizations: ["NSCALE_ORGANIZATION_ID", "ORGANIZATION_ID"])
    }

    /// The hosts Nscale documents.
    public static var address: ServiceAddress {
        get throws(ServiceError) { try .nscale }
    }

    /// Opens the service; asks the identity service for the organization when none is named.
    public static func open(
        at address: ServiceAddress, organization: OrganizationID?, token: Secret,
        over transport: any Transport, clock: TransferClock, note: (String) -> Void
    ) async throws(ServiceError) -> NscaleService {
        let identity = NscaleIdentity(at: address, token: token, over: transport, clock: clock)
        let owner: OrganizationID
        if let organization {
            owner = organization
        } else {
            owner = try await identity.organization()
        }
        if !owner.isUsual {
            note("`\(owner.text)` is neither a UUID nor `org-…`, as organizations' ids are")
        }
        return NscaleService(at: address, organization: owner, token: token, over: transport, clock: clock)
    }
}

extension OrganizationID {
    /// Whether it looks like those that Nscale documents: a UUID, or `org-…`.
    var isUsual: Bool { text.hasPrefix("org-") || ServiceID.isUUID(text) }
}
