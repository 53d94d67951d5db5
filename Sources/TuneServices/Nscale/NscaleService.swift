import TuneBytes
public import TuneTransfer

/// Nscale's fine-tuning service, as one organization sees it (docs.nscale.com, read 2026-11-21).
public struct NscaleService: Sendable {
    /// The base of all addresses; the token goes nowhere else.
    let base: String
    let token: Secret
    let exchange: Exchange
    /// Sends everything once, whatever comes back.
    private let once: Exchange
    let transport: any Transport
    let policy: TransferPolicy
    let clock: TransferClock
    /// Takes the token out of what the service says.
    var mask: SecretMask { exchange.mask }

    /// How many entries a list is asked for.
    static let longestList = 100

    /// The service at `address`.
    public init(
        at address: ServiceAddress, organization: OrganizationID, token: Secret,
        over transport: any Transport,
        policy: TransferPolicy = TransferPolicy(), clock: TransferClock = .system
    ) {
        base = address.base(of: organization)
        self.token = token
        self.transport = transport
        self.policy = policy
        self.clock = clock
        exchange = Exchange(over: transport, secrets: [token], policy: policy, clock: clock)
        var singleTry = policy
        singleTry.tries = 1
        once = Exchange(over: transport, secrets: [token], policy: singleTry, clock: clock)
    }

    /// Asks, and brings what a successful answer says; a body that is no JSON says nothing.
    ///
    /// - Parameters:
    ///   - path: after the base, with its query.
    ///   - repeats: nil to send it once, whatever comes back.
    ///   - secret: what the body holds that must not be shown.
    func ask(
        _ method: String = "GET", _ path: String, sending body: JSON? = nil,
        repeats: Exchange.Repeats? = .freely, secret: Secret? = nil
    ) async throws(ServiceError) -> JSON {
        let answer = try await answer(method, path, sending: body, repeats: repeats)
        guard 200..<300 ~= answer.head.status else {
            throw .refused(refusal(answer, of: Self.name(method, path), hiding: secret))
        }
        return JSON(answer: answer.body) ?? .nothing
    }

    /// Asks, and brings the answer whatever it says.
    func answer(
        _ method: String, _ path: String, sending body: JSON?, repeats: Exchange.Repeats?
    ) async throws(ServiceError) -> Exchange.Answer {
        var headers: HeaderList = ["Accept": "application/json, */*", "User-Agent": "tuneprep"]
        if body != nil { headers.add("Content-Type", "application/json") }
        let content =
            body.map { RequestBody($0.bytes(.compact)) } ?? (method == "POST" ? RequestBody([]) : nil)
        let request = TransportRequest(
            method, address: try address(path), headers: headers, token: token, body: content)
        do throws(TransferError) {
            guard let repeats else { return try await once.answer(to: request, repeats: .unlessBegun) }
            return try await exchange.answer(to: request, repeats: repeats)
        } catch {
            if case .cancelled = error { throw .interrupted }
            throw .transfer(error, request: Self.name(method, path))
        }
    }

    /// What an answer says that is not the one hoped for; `secret` is hidden beside the token.
    func refusal(
        _ answer: Exchange.Answer, of request: String, hiding secret: Secret? = nil
    ) -> ServiceRefusal {
        ServiceRefusal(
            answer, request: request, mask: mask.and(secret), tokenVariable: Self.variables.tokens[0])
    }

    /// The address of a path after the base.
    func address(_ path: String) throws(ServiceError) -> WebAddress {
        guard let address = WebAddress(base + path) else { throw .badAddress(base + path) }
        return address
    }

    /// How a request is called in messages: without its query.
    static func name(_ method: String, _ path: String) -> String {
        "\(method) \(path.split(separator: "?").first ?? "/")"
    }

    /// An id that can be part of a path; throws when `id` cannot.
    static func checked(_ id: String, of kind: String) throws(ServiceError) -> String {
        guard ServiceID.isOne(id) else { throw .badID(id, of: kind) }
        return id
    }

    /// The entries of a list: under `data`, or bare. An answer that is no list is not an empty one.
    func entries(_ path: String) async throws(ServiceError) -> [JSON] {
        let answer = try await ask("GET", path)
        if case .array(let elements) = answer { return elements }
        guard answer.members.contains(where: { ["data", "items"].contains($0.name) }) else {
            throw .incomplete(request: Self.name("GET", path), missing: "list")
        }
        return answer["data", "items"]?.elements ?? []
    }
}
