import Testing

@testable import TuneServices

/// Where requests go.
@Suite("an address is where the service is, and is spoken to safely")
struct ServiceAddressTests {
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
}
