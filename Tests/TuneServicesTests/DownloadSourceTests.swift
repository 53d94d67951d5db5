import Testing
import TuneTransfer

@testable import TuneServices

/// The three ways in which a model is handed out.
@Suite("a model's address is found in all three shapes")
struct DownloadSourceTests {
    static let signed = "https://store.example/m.tar.gz?X-Amz-Signature=abc"
    private static let gzip: [UInt8] = [0x1F, 0x8B, 8, 0, 1, 2, 3]

    private func source(_ reply: Reply) async throws -> DownloadSource {
        try await NscaleService.fake([
            "GET /jobs/j-1": .json(#"{"id":"j-1","status":"completed"}"#), "GET /jobs/j-1/download": reply,
        ]).model(of: "j-1")
    }

    @Test("a redirection and a JSON answer lead to the signed address, without the token")
    func signedAddresses() async throws {
        for reply in [
            Reply(status: 302, headers: ["Location": Self.signed]),
            Reply(status: 307, headers: ["Location": Self.signed]),
            .json(#"{"download_url":"\#(Self.signed)"}"#),
        ] {
            let source = try await source(reply)
            #expect(source.address.description == "https://store.example/m.tar.gz" && source.token == nil)
            #expect(source.name == "j-1.tar.gz")
        }
    }

    @Test("the bytes themselves are known by their first two, or by their type")
    func bytes() async throws {
        for reply in [
            Reply(headers: [:], body: Self.gzip),
            Reply(headers: ["Content-Type": "application/json"], body: Self.gzip),
            Reply(headers: ["Content-Type": "application/gzip"], body: [0, 1]),
        ] {
            let source = try await source(reply)
            #expect(source.address.path.hasSuffix("/jobs/j-1/download") && source.token != nil)
        }
    }

    @Test("an address at the service itself keeps the token, also a relative one")
    func ownAddresses() async throws {
        for location in ["https://tuning.example/x?y=1", "/x?y=1"] {
            let source = try await source(Reply(status: 302, headers: ["Location": location]))
            #expect(source.address.description == "https://tuning.example/x" && source.token != nil)
        }
        let otherPort = try await source(
            Reply(status: 302, headers: ["Location": "https://tuning.example:8443/x"]))
        #expect(otherPort.token == nil)
    }

    @Test(
        "what leads to no address is told",
        arguments: [
            Reply(status: 302, headers: [:]),
            Reply(status: 302, headers: ["Location": "http://store.example/x"]),
            .json("{}"), .json(#"{"download_url":null}"#), .json(#"{"download_url":"ftp://x"}"#),
            .json("<html>"),
            .json(#"{"code":"internal","message":null}"#, status: 400),
        ])
    func broken(_ reply: Reply) async throws {
        await #expect(throws: ServiceError.self) { try await source(reply) }
    }

    @Test("only a completed job has a model", arguments: ["running", "failed", "cancelled", "pondering"])
    func incomplete(_ status: String) async throws {
        let service = try NscaleService.fake(["GET /jobs/j-1": .json(#"{"id":"j-1","status":"\#(status)"}"#)])
        let error = await serviceError { () async throws(ServiceError) in
            _ = try await service.model(of: "j-1")
        }
        #expect(error == .notComplete(job: "j-1", status: status))
    }

    @Test("a file without an address offers no download")
    func files() async throws {
        let service = try NscaleService.fake([
            "GET /files/f-1": .json(#"{"id":"f-1","name":"t.csv"}"#),
            "GET /files/f-2": .json(#"{"id":"f-2","name":"t.csv","download_url":"\#(Self.signed)"}"#),
        ])
        let without = try await service.file("f-1")
        #expect(throws: ServiceError.noDownload(file: "f-1")) { try service.content(of: without) }
        let with = try await service.file("f-2")
        #expect(try service.content(of: with).name == "t.csv")
    }
}
