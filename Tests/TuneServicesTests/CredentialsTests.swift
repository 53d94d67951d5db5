import Foundation
import TestSupport
import Testing
import TuneBytes
import TuneTransfer

@testable import TuneServices

private func setMode(_ path: String, to mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
}

/// Whose token is sent.
@Suite("tokens come from where they should")
struct CredentialsTests {
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
        try setMode(path, to: 0o644)
        #expect(throws: CredentialError.notPrivate(path: path)) { try Credentials(file: path) }
        try setMode(path, to: 0o640)
        #expect(throws: CredentialError.notPrivate(path: path)) { try Credentials(file: path) }
        try setMode(path, to: 0o600)
        #expect(try Credentials(file: path).token == Secret("tok"))
        #expect(throws: CredentialError.unreadable(.notFound(path: folder.path("no")))) {
            try Credentials(file: folder.path("no"))
        }
        #expect(try Credentials(standardInput: Array("tok\r\n".utf8)).token == Secret("tok"))
        #expect(throws: CredentialError.self) { try Credentials(standardInput: []) }
    }
}
