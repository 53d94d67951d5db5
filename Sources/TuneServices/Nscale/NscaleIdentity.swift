internal import TuneBytes
internal import TuneTransfer

/// Asks Nscale's identity service whose a token is.
struct NscaleIdentity: Sendable {
    private let address: ServiceAddress
    private let token: Secret
    private let exchange: Exchange

    /// Asks the identity service at `address` for the organizations of `token`.
    init(
        at address: ServiceAddress, token: Secret, over transport: any Transport,
        policy: TransferPolicy = TransferPolicy(),
        clock: TransferClock = .system
    ) {
        self.address = address
        self.token = token
        exchange = Exchange(over: transport, secrets: [token], policy: policy, clock: clock)
    }

    /// The ids of the token's organizations.
    func organizations() async throws(ServiceError) -> [OrganizationID] {
        var refusal: ServiceRefusal?
        for text in address.identityPaths {
            let answer = try await answer(from: text)
            guard 200..<300 ~= answer.head.status else {
                let name = "GET " + (WebAddress(text)?.path ?? text)
                let said = ServiceRefusal(
                    answer, request: name, mask: exchange.mask,
                    tokenVariable: NscaleService.variables.tokens[0])
                // The published description lists the other path, so what is not here may be there.
                guard said.status == 404 else { throw .refused(said) }
                refusal = refusal ?? said
                continue
            }
            return Self.ids(JSON(answer: answer.body) ?? .nothing)
        }
        if let refusal { throw .refused(refusal) }
        return []
    }

    /// The only organization of the token; throws when there are several or none.
    func organization() async throws(ServiceError) -> OrganizationID {
        let all = try await organizations()
        guard all.count == 1 else {
            throw .organizations(
                all.map(\.text), variable: NscaleService.variables.organizations[0])
        }
        return all[0]
    }

    private func answer(from text: String) async throws(ServiceError) -> Exchange.Answer {
        guard let target = WebAddress(text) else { throw .badAddress(text) }
        let request = TransportRequest(
            address: target, headers: ["Accept": "application/json", "User-Agent": "tuneprep"], token: token)
        do throws(TransferError) {
            return try await exchange.answer(to: request, repeats: .freely)
        } catch {
            throw .transfer(error, request: "GET \(target.path)")
        }
    }

    private static func ids(_ answer: JSON) -> [OrganizationID] {
        let list = answer["organizations"]?.elements ?? answer.elements
        return list.compactMap { ($0["id"] ?? $0["metadata"]?["id"])?.spelling.flatMap(OrganizationID.init) }
    }
}
