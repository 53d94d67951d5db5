import Testing
import TuneTransfer

@testable import TuneServices

/// Whose a token is.
@Suite("the organization of a token is found")
struct NscaleIdentityTests {
    @Test(
        "the only organization of a token is found",
        arguments: [
            ("/acl", #"{"organizations":[{"id":"org-1","endpoints":[],"projects":[]}]}"#),
            ("/organizations", #"[{"metadata":{"id":"org-1","name":"Me"}}]"#),
        ])
    func identity(_ path: String, _ body: String) async throws {
        let transport = ServiceStub(["GET /api/v1\(path)": .json(body)])
        let identity = NscaleIdentity(
            at: try ServiceAddress("https://id.example"), token: Secret(ServiceStub.token), over: transport,
            clock: .still)
        #expect(try await identity.organization().text == "org-1")
        #expect(transport.requests.allSatisfy { $0.address.hasPrefix("https://id.example/") && $0.hasToken })
    }

    @Test(
        "no organization and several are told",
        arguments: [("{}", 0), (#"{"organizations":[{"id":"a"},{"id":"b"}]}"#, 2)])
    func otherIdentities(_ body: String, _ count: Int) async throws {
        let identity = NscaleIdentity(
            at: try ServiceAddress("https://id.example"), token: Secret("t"),
            over: ServiceStub(["GET /api/v1/acl": .json(body)]), clock: .still)
        let error = await serviceError { () async throws(ServiceError) in
            _ = try await identity.organization()
        }
        guard case .organizations(let ids, let variable) = try #require(error) else {
            return #expect(Bool(false))
        }
        #expect(ids.count == count)
        #expect(variable == "NSCALE_ORGANIZATION_ID")
        #expect(error?.help.isEmpty == false)
    }

    @Test("identity's errors are read")
    func identityErrors() async throws {
        let reply = Reply.json(
            #"{"error":"invalid_request","error_description":"token is expired"}"#, status: 401)
        let identity = NscaleIdentity(
            at: try ServiceAddress("https://id.example"), token: Secret("t"),
            over: ServiceStub(["GET /api/v1/acl": reply]), clock: .still)
        let error = await serviceError { () async throws(ServiceError) in
            _ = try await identity.organization()
        }
        #expect(error?.message.contains("token is expired") == true)
    }
}
