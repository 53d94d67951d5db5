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

    /// The service that is asked.
    public var service: any FineTuningService.Type = Services.all[0]

    /// Every variable that is looked at, of all services.
    public static let variables = Services.all.flatMap { $0.variables.all }

    /// The choice of an environment.
    public init(environment: [String: String]) {
        self.environment = environment
    }

    /// The service, ready to be asked.
    ///
    /// - Parameter note: is told what the user should know, a line at a time; never a secret.
    public func open(
        over transport: any Transport, clock: TransferClock = .system, note: (String) -> Void
    ) async throws(RunError) -> any FineTuningService {
        do {
            let named = address ?? environment[service.variables.address].flatMap { $0.isEmpty ? nil : $0 }
            let base = if let named { try ServiceAddress(named) } else { try service.address }
            let credentials = try credentials()
            credentials.notes.forEach(note)
            return try await service.open(
                at: base, organization: try organizationNamed(note), token: credentials.token,
                over: transport,
                clock: clock, note: note)
        } catch {
            throw RunError(error)
        }
    }

    private func credentials() throws -> Credentials {
        if let tokenFile { return try Credentials(file: tokenFile) }
        guard readsToken else {
            return try Credentials(environment: environment, variables: service.variables)
        }
        let input = try FileInput(path: FileInput.standardInputName, cancellation: cancellation)
        var bytes: [UInt8] = []
        while try input.read(4096, into: &bytes) > 0, bytes.count < 1 << 20 {}
        return try Credentials(standardInput: bytes)
    }

    /// The organization that the user names; nil for the token's only one.
    private func organizationNamed(_ note: (String) -> Void) throws -> OrganizationID? {
        if let organization {
            if let id = OrganizationID(organization) { return id }
            throw ServiceError.badID(organization, of: "an organization")
        }
        let named = try Credentials.organization(
            in: environment, variables: service.variables.organizations)
        named?.notes.forEach(note)
        return named?.id
    }
}
