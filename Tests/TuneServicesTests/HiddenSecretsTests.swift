import Testing
import TuneBytes
import TuneTransfer

@testable import TuneServices

/// Tokens must not be seen in anything that can be printed.
@Suite("secrets stay secret")
struct HiddenSecretsTests {
    private static let hub = "hf_CANARYcanaryCANARY42"

    /// A service that repeats the request's secrets in every error, in every shape.
    private static let echoes = [
        #"{"code":"bad","message":"TOKEN HUB"}"#, #"{"error":"TOKEN HUB"}"#,
        #"{"error":{"code":"TOKEN","message":"HUB","error_type":"TOKEN"}}"#,
        #"{"error":"x","error_description":"TOKEN HUB"}"#, "Authorization: Bearer TOKEN HUB",
        #"{"detail":"TOKEN"}"#,
    ]

    @Test("no error shows a token that the service sends back", arguments: echoes, [400, 401, 404, 422, 500])
    func errors(_ shape: String, _ status: Int) async throws {
        let body = shape.replacing("TOKEN", with: ServiceStub.token).replacing("HUB", with: Self.hub)
        let service = try NscaleService.fake(
            ServiceStub { asked, _ in
                asked.path == "/jobs/j-1"
                    ? .json(#"{"id":"j-1","status":"completed"}"#)
                    : Reply(
                        status: status, headers: ["X-Request-Id": ServiceStub.token], body: Array(body.utf8))
            })
        let export = try #require(HubExport(to: "me/m", token: Secret(Self.hub)))
        var errors: [ServiceError?] = []
        errors.append(
            await serviceError { () async throws(ServiceError) in try await service.export("j-1", to: export)
            })
        errors.append(
            await serviceError { () async throws(ServiceError) in
                _ = try await service.create(NscaleJobCreationTests.request)
            })
        errors.append(await serviceError { () async throws(ServiceError) in _ = try await service.jobs() })
        errors.append(
            await serviceError { () async throws(ServiceError) in _ = try await service.metrics(of: "j-1") })
        for error in errors { Self.check(try #require(error)) }
    }

    private static func check(_ error: ServiceError) {
        var dumped = ""
        dump(error, to: &dumped)
        for text in [error.message, error.help.joined(), "\(error)", String(reflecting: error), dumped] {
            #expect(!text.contains("CANARY"))
        }
    }

    @Test("neither do the types that hold one")
    func types() throws {
        let service = try NscaleService.fake([:])
        let export = try #require(HubExport(to: "me/m", token: Secret(Self.hub)))
        let credentials = try Credentials(
            environment: ["NSCALE_TOKEN": ServiceStub.token], variables: NscaleService.variables)
        let address = try #require(WebAddress("https://s.example/x?sig=CANARY"))
        let source = Download(of: PlainAddress(address, token: Secret(ServiceStub.token)), to: "x")
        for value in [service, export, credentials, source] as [Any] {
            var dumped = ""
            dump(value, to: &dumped)
            #expect(!dumped.contains("CANARY") && !"\(value)".contains("CANARY"))
            #expect(!String(reflecting: value).contains("CANARY"))
        }
    }

    @Test("a signed address of a file is not in the file's description")
    func files() throws {
        let wire = try #require(
            JSON(answer: Array(#"{"id":"f","download_url":"https://s.example/x?sig=CANARY"}"#.utf8)))
        let file = try #require(ServiceFile(wire))
        var dumped = ""
        dump(file, to: &dumped)
        #expect(!dumped.contains("CANARY"))
    }

    @Test("the token goes with every request to the service, and never in an address")
    func addresses() async throws {
        let transport = ServiceStub { _, _ in .json(#"{"id":"x","status":"completed","data":[]}"#) }
        let service = try NscaleService.fake(transport)
        _ = try await service.job("j-1")
        _ = try await service.files()
        #expect(transport.requests.allSatisfy { $0.hasToken && !$0.address.contains("CANARY") })
        #expect(transport.requests.allSatisfy { $0.headers["Authorization"] == nil })
    }
}
