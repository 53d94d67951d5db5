import Foundation
import TestSupport
import Testing
import TuneBytes
import TuneTransfer

@testable import TuneServices

private func setMode(_ path: String, _ mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
}

/// Where requests go, with whose token.
@Suite("tokens come from where they should and go nowhere else")
struct AddressTests {
    @Test(
        "the base of an organization",
        arguments: [
            ("https://h.example", "https://h.example/api/v1/organizations/o-1"),
            ("https://h.example/", "https://h.example/api/v1/organizations/o-1"),
            ("http://127.0.0.1:8787", "http://127.0.0.1:8787/api/v1/organizations/o-1"),
            ("https://h.example/api/v1", "https://h.example/api/v1/organizations/o-1"),
            ("https://h.example/p/v2/", "https://h.example/p/v2/organizations/o-1"),
            ("https://h.example/api/v1/organizations/o-7", "https://h.example/api/v1/organizations/o-7"),
        ])
    func bases(_ text: String, _ base: String) throws {
        let id = try #require(OrganizationID("o-1"))
        #expect(try ServiceAddress(text).base(of: id) == base)
    }

    @Test("the documented hosts are the default")
    func documented() throws {
        let id = try #require(OrganizationID("o-1"))
        #expect(
            try ServiceAddress.nscale.base(of: id)
                == "https://fine-tuning.api.nscale.com/api/v1/organizations/o-1")
        #expect(
            try ServiceAddress.nscale.identityPaths.first
                == "https://identity.nks.europe-west4.nscale.com/api/v1/acl")
    }

    @Test("http goes to this machine only")
    func loopback() throws {
        #expect(throws: ServiceError.self) { try ServiceAddress("http://h.example") }
        #expect(throws: ServiceError.self) { try ServiceAddress("ftp://h.example") }
        #expect(throws: ServiceError.self) { try ServiceAddress("https://h.example/?x=1") }
        _ = try ServiceAddress("http://localhost:1")
    }

    @Test(
        "organizations' ids",
        arguments: [("org-7", true), ("0b9d0000-0000-4000-8000-00000000000a", true), ("mine", false)])
    func organizations(_ text: String, _ isUsual: Bool) throws {
        #expect(try #require(OrganizationID(text)).isUsual == isUsual)
        for bad in ["", "a b", "../x", ".."] { #expect(OrganizationID(bad) == nil) }
    }

    @Test("the first variable that is set wins, and a disagreement names the winner without a value")
    func variables() throws {
        let both = ["NSCALE_API_TOKEN": "second", "NSCALE_SERVICE_TOKEN": "first", "NSCALE_TOKEN": "first"]
        let found = try Credentials(environment: both, variables: NscaleService.variables)
        #expect(found.token == Secret("first") && found.source == "NSCALE_SERVICE_TOKEN")
        #expect(found.notes == ["NSCALE_API_TOKEN says otherwise: NSCALE_SERVICE_TOKEN is used"])
        #expect(
            try Credentials(
                environment: ["NSCALE_TOKEN": "x", "OPENAI_API_KEY": "y"], variables: NscaleService.variables
            ).notes.isEmpty)
        #expect(
            try Credentials(environment: ["NSCALE_API_KEY": "x"], variables: NscaleService.variables).notes
                .count == 1)
        #expect(throws: CredentialError.missing(variable: "NSCALE_SERVICE_TOKEN")) {
            try Credentials(
                environment: ["OPENAI_API_KEY": "y", "NSCALE_TOKEN": ""], variables: NscaleService.variables)
        }
        #expect(throws: CredentialError.notAToken(source: "NSCALE_TOKEN")) {
            try Credentials(environment: ["NSCALE_TOKEN": "a b"], variables: NscaleService.variables)
        }
    }

    @Test("an organization in the environment")
    func organizationVariables() throws {
        let both = ["NSCALE_ORGANIZATION_ID": "org-1", "ORGANIZATION_ID": "org-2"]
        let found = try #require(
            try Credentials.organization(in: both, variables: NscaleService.variables.organizations))
        #expect(found.id.text == "org-1" && found.notes.count == 1)
        #expect(
            try Credentials.organization(in: [:], variables: NscaleService.variables.organizations) == nil)
        #expect(throws: CredentialError.badOrganization("ORGANIZATION_ID")) {
            try Credentials.organization(
                in: ["ORGANIZATION_ID": "a/b"], variables: NscaleService.variables.organizations)
        }
    }

    @Test("a token's file must be its owner's alone")
    func files() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array("tok\n".utf8), to: "token")
        try setMode(path, 0o644)
        #expect(throws: CredentialError.notPrivate(path: path)) { try Credentials(file: path) }
        try setMode(path, 0o640)
        #expect(throws: CredentialError.notPrivate(path: path)) { try Credentials(file: path) }
        try setMode(path, 0o600)
        #expect(try Credentials(file: path).token == Secret("tok"))
        #expect(throws: CredentialError.unreadable(.notFound(path: folder.path("no")))) {
            try Credentials(file: folder.path("no"))
        }
        #expect(try Credentials(standardInput: Array("tok\r\n".utf8)).token == Secret("tok"))
        #expect(throws: CredentialError.self) { try Credentials(standardInput: []) }
    }

    @Test(
        "the only organization of a token is found",
        arguments: [
            ("/acl", #"{"organizations":[{"id":"org-1","endpoints":[],"projects":[]}]}"#),
            ("/organizations", #"[{"metadata":{"id":"org-1","name":"Me"}}]"#),
        ])
    func identity(_ path: String, _ body: String) async throws {
        let transport = FakeService(["GET /api/v1\(path)": .json(body)])
        let identity = NscaleIdentity(
            at: try ServiceAddress("https://id.example"), token: Secret(FakeService.token), over: transport,
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
            over: FakeService(["GET /api/v1/acl": .json(body)]), clock: .still)
        let error = await serviceError { () async throws(ServiceError) in
            _ = try await identity.organization()
        }
        guard case .organizations(let ids) = try #require(error) else { return #expect(Bool(false)) }
        #expect(ids.count == count && error?.help.isEmpty == false)
    }

    @Test("identity's errors are read")
    func identityErrors() async throws {
        let reply = Reply.json(
            #"{"error":"invalid_request","error_description":"token is expired"}"#, status: 401)
        let identity = NscaleIdentity(
            at: try ServiceAddress("https://id.example"), token: Secret("t"),
            over: FakeService(["GET /api/v1/acl": reply]), clock: .still)
        let error = await serviceError { () async throws(ServiceError) in
            _ = try await identity.organization()
        }
        #expect(error?.message.contains("token is expired") == true)
    }
}
