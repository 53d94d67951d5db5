import Foundation
import TestSupport
import Testing
import TuneBytes
import TuneTransfer

@testable import TuneServices

/// The three ways in which a model is handed out.
@Suite("a model is fetched in all three shapes")
struct NscaleDownloadsTests {
    static let signed = "https://store.example/m.tar.gz?X-Amz-Signature=CANARY"
    private static let gzip: [UInt8] = [0x1F, 0x8B, 8, 0, 1, 2, 3]

    /// Fetches the model of `j-1` from a service that answers so; other hosts send an archive.
    private func fetch(_ reply: Reply) async throws -> (ServiceStub, [UInt8]) {
        let transport = ServiceStub { asked, _ in
            if asked.path == "/jobs/j-1" { return .json(#"{"id":"j-1","status":"completed"}"#) }
            return asked.path == "/jobs/j-1/download"
                ? reply : Reply(headers: ["Content-Length": "\(Self.gzip.count)"], body: Self.gzip)
        }
        let folder = try TemporaryFolder()
        let service = try NscaleService.fake(transport)
        let download = try await service.model(of: "j-1", to: folder.path("m.tar.gz"))
        _ = try await download.run(over: transport, clock: .still)
        return (transport, try folder.bytes(of: "m.tar.gz"))
    }

    static let leading = [
        Reply(status: 302, headers: ["Location": signed]), Reply(status: 307, headers: ["Location": signed]),
        .json(#"{"download_url":"\#(signed)"}"#),
    ]

    @Test(
        "a redirection and a JSON answer lead to the signed address, where the token does not go",
        arguments: leading)
    func signedAddresses(_ reply: Reply) async throws {
        let (transport, bytes) = try await fetch(reply)
        let last = try #require(transport.requests.last)
        #expect(bytes == Self.gzip && last.address == "https://store.example/m.tar.gz" && !last.hasToken)
        #expect(transport.requests.dropLast().allSatisfy { $0.hasToken })
    }

    @Test("the bytes themselves are taken as they come")
    func bytes() async throws {
        let reply = Reply(
            headers: ["Content-Type": "application/gzip", "Content-Length": "7"], body: Self.gzip)
        let (transport, bytes) = try await fetch(reply)
        #expect(bytes == Self.gzip && transport.requests.count == 2)
    }

    @Test("the same host on another port does not get the token")
    func otherPort() async throws {
        let (transport, _) = try await fetch(
            Reply(status: 302, headers: ["Location": "https://tuning.example:8443/x"]))
        #expect(transport.requests.last?.hasToken == false)
    }

    @Test(
        "what leads to no archive is told, and leaves no file",
        arguments: [
            Reply(status: 302, headers: [:]),
            Reply(status: 302, headers: ["Location": "http://store.example/x"]),
            .json("{}"), .json(#"{"download_url":null}"#), .json(#"{"download_url":"ftp://x"}"#),
            .json(#"{"download_url":"http://store.example/x"}"#),
            Reply(headers: ["Content-Type": "text/html", "Content-Length": "6"], body: Array("<html>".utf8)),
            Reply(headers: ["Content-Length": "5"], body: Array("PK\u{3}\u{4}x".utf8)),
        ])
    func broken(_ reply: Reply) async throws {
        await #expect(throws: TransferError.self) { try await fetch(reply) }
    }

    @Test("the service's own words are told, not the token it sends back")
    func refusals() async throws {
        let reply = Reply.json(
            #"{"code":"not_ready","message":"still packing \#(ServiceStub.token)"}"#, status: 409)
        do {
            _ = try await fetch(reply)
            Issue.record("nothing was refused")
        } catch let error as TransferError {
            #expect(error.message.contains("still packing") && !error.message.contains("CANARY"))
        }
    }

    @Test("only a completed job has a model", arguments: ["running", "failed", "cancelled", "pondering"])
    func incomplete(_ status: String) async throws {
        let service = try NscaleService.fake(["GET /jobs/j-1": .json(#"{"id":"j-1","status":"\#(status)"}"#)])
        let error = await serviceError { () async throws(ServiceError) in
            _ = try await service.model(of: "j-1", to: "x")
        }
        #expect(error == .notComplete(job: "j-1", status: JobStatus(word: status)))
    }

    @Test("a file without an address offers no download")
    func files() async throws {
        let service = try NscaleService.fake(["GET /files/f-1": .json(#"{"id":"f-1","name":"t.csv"}"#)])
        let file = try await service.file("f-1")
        #expect(throws: ServiceError.noDownload(file: "f-1")) { try service.content(of: file, to: "x") }
    }

    @Test("a file whose address has expired is asked for again")
    func renewed() async throws {
        let transport = ServiceStub { asked, number in
            switch asked.path {
            case "/files/f-1":
                .json(
                    #"{"id":"f-1","name":"t.csv","download_url":"https://store\#(number).example/\#(number)"}"#
                )
            case "/0": .json("expired", status: 403)
            default: Reply(headers: ["Content-Length": "3"], body: Array("q,a".utf8))
            }
        }
        let service = try NscaleService.fake(transport)
        let folder = try TemporaryFolder()
        let file = try await service.file("f-1")
        let download = try service.content(of: file, to: folder.path("t.csv"))
        _ = try await download.run(over: transport, clock: .still)
        #expect(try folder.bytes(of: "t.csv") == Array("q,a".utf8))
        #expect(transport.requests.map(\.path) == ["/files/f-1", "/0", "/files/f-1", "/2"])
        #expect(transport.requests.map(\.hasToken) == [true, false, true, false])
    }

    @Test(
        "what the service says in place of a new address is the error",
        arguments: [
            Reply.json("{}", status: 401), .json("{}", status: 404), .json("{}"),
            .json(#"{"message":"no"}"#, status: 409),
        ])
    func notRenewed(_ reply: Reply) async throws {
        let transport = ServiceStub { asked, number in
            switch asked.path {
            case "/files/f-1":
                number > 0 ? reply : .json(#"{"id":"f-1","download_url":"https://store.example/0"}"#)
            default: .json("expired", status: 403)
            }
        }
        let service = try NscaleService.fake(transport)
        let folder = try TemporaryFolder()
        let download = try service.content(of: try await service.file("f-1"), to: folder.path("t.csv"))
        // As the same question says a moment earlier.
        let error = await serviceError { () async throws(ServiceError) in _ = try await service.file("f-1") }
        let expected: ServiceError =
            reply.status == 200
            ? .incomplete(request: "GET /files/f-1", missing: "id") : try #require(error)
        await #expect(throws: TransferError.renewalFailed(RenewalFailure(expected))) {
            try await download.run(over: transport, clock: .still)
        }
    }
}
