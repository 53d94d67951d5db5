public import TuneBytes
public import TunePipeline
public import TuneServices
public import TuneTransfer

/// Which service is spoken to, for whom: as said on the command line, else as the environment says.
public struct ServiceChoice: Sendable {
    /// The variables of the user.
    public var environment: [String: String]
    /// The service's address; nil for the environment's, else the documented one.
    public var address: String?
    /// The organization's id; nil for the environment's, else the token's only one.
    public var organization: String?
    /// A file that holds the token.
    public var tokenFile: String?
    /// Whether the token is read from standard input.
    public var readsToken = false
    /// Asked now and then while the token is waited for whether the run is to stop.
    public var cancellation = Cancellation()

    /// The variable that names another service.
    public static let addressVariable = "NSCALE_BASE_URL"

    /// Every variable that is looked at.
    public static let variables =
        [addressVariable] + Credentials.variables + Credentials.organizationVariables

    /// The choice of an environment.
    public init(environment: [String: String]) {
        self.environment = environment
    }

    /// The service, ready to be asked.
    ///
    /// - Parameter note: is told what the user should know, a line at a time; never a secret.
    public func open(
        over transport: some Transport, clock: TransferClock = .system, note: (String) -> Void
    ) async throws(RunError) -> NscaleService {
        do {
            let named = address ?? environment[Self.addressVariable].flatMap { $0.isEmpty ? nil : $0 }
            let service = try named.map { text throws(ServiceError) in try ServiceAddress(text) } ?? .nscale
            let credentials = try credentials()
            credentials.notes.forEach(note)
            let organization = try await organization(service, credentials.token, transport, clock, note)
            if !organization.isUsual {
                note("`\(organization.text)` is neither a UUID nor `org-…`, as organizations' ids are")
            }
            return NscaleService(
                at: service, organization: organization, token: credentials.token, over: transport,
                clock: clock)
        } catch {
            throw RunError(error)
        }
    }

    private func credentials() throws -> Credentials {
        if let tokenFile { return try Credentials(file: tokenFile) }
        guard readsToken else { return try Credentials(environment: environment) }
        let input = try FileInput(path: FileInput.standardInputName, cancellation: cancellation)
        var bytes: [UInt8] = []
        while try input.read(4096, into: &bytes) > 0, bytes.count < 1 << 20 {}
        return try Credentials(standardInput: bytes)
    }

    private func organization(
        _ service: ServiceAddress, _ token: Secret, _ transport: some Transport, _ clock: TransferClock,
        _ note: (String) -> Void
    ) async throws -> OrganizationID {
        if let organization {
            if let id = OrganizationID(organization) { return id }
            throw ServiceError.badID(organization, of: "an organization")
        }
        if let named = try Credentials.organization(environment) {
            named.notes.forEach(note)
            return named.id
        }
        return try await Identity(at: service, token: token, over: transport, clock: clock).organization()
    }
}
