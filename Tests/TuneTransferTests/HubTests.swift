import Foundation
import Synchronization
import TestSupport
import Testing
import TuneBytes
import TuneHub

@testable import TuneTransfer

@Suite("The hub")
struct HubTests {
    private static let commit = String(repeating: "c", count: 40)

    private func fetch(
        _ transport: ScriptedTransport, environment: [String: String] = [:], into folder: TemporaryFolder
    ) async throws -> Download.Received {
        let hub = try Hub(environment: environment)
        let file = try #require(HubFile("sub/tokenizer.json", of: "org/name"))
        return try await hub.fetch(file, to: folder.path("t.json"), over: transport, clock: TestClock().clock)
    }

    private func refusal(_ answer: ScriptedAnswer, environment: [String: String] = [:]) async throws
        -> TransferError?
    {
        let folder = try TemporaryFolder()
        do {
            _ = try await fetch(ScriptedTransport { _, _ in answer }, environment: environment, into: folder)
        } catch let error as TransferError {
            return error
        }
        return nil
    }

    private func gitName(_ bytes: [UInt8]) -> String {
        SHA1(Array("blob \(bytes.count)\0".utf8) + bytes).hexadecimal
    }

    @Test("a small file is verified by git's name for it")
    func small() async throws {
        let folder = try TemporaryFolder()
        var served = ServedFile(700)
        served.tag = "\"\(gitName(served.bytes))\""
        let file = served
        let transport = ScriptedTransport { request, _ in
            var answer = file.answer(request)
            answer.headers.add("X-Repo-Commit", Self.commit)
            return answer
        }
        let received = try await fetch(transport, environment: ["HF_TOKEN": "hf_x"], into: folder)
        #expect(received.verified == .gitBlob(gitName(served.bytes)))
        let request = transport.requests.withLock { $0[0] }
        #expect(request.address.text == "https://huggingface.co/org/name/resolve/main/sub/tokenizer.json")
        #expect(request.token == Secret("hf_x"))
    }

    @Test(
        "a large file comes from another server, without the token, and is verified by the hub's SHA-256",
        arguments: [true, false])
    func large(isRight: Bool) async throws {
        let folder = try TemporaryFolder()
        let served = ServedFile(700)
        let sum = SHA256(isRight ? served.bytes : [1]).hexadecimal
        let transport = ScriptedTransport { request, _ in
            if request.address.origin.host != "huggingface.co" { return served.answer(request) }
            return ScriptedAnswer(
                status: 302,
                headers: ["Location": "https://cdn.example/x?sig=1", "X-Linked-Etag": "\"\(sum)\""])
        }
        if isRight {
            let received = try await fetch(transport, environment: ["HF_TOKEN": "hf_x"], into: folder)
            #expect(received.verified == .sha256(sum))
        } else {
            await #expect(throws: TransferError.self) { try await fetch(transport, into: folder) }
            #expect(try folder.names.isEmpty)
        }
        #expect(transport.requests.withLock { $0[1].token } == nil)
    }

    @Test("an entity tag of a server that is not the hub is no checksum")
    func foreignTag() throws {
        let hub = try #require(WebAddress("https://huggingface.co/"))
        let other = try #require(WebAddress("https://cdn.example/"))
        let tag = HeaderList(
            dictionaryLiteral: ("ETag", "\"\(Self.commit)\""), ("X-Repo-Commit", Self.commit))
        let own = ResponseHead(address: hub, status: 200, headers: tag)
        let foreign = ResponseHead(address: other, status: 200, headers: tag)
        let file = try #require(HubFile("t.json", of: "org/name"))
        let source = HubDownload(file: file, address: hub, page: hub, token: nil)
        #expect(source.checksum(announcedBy: [own]) == .gitBlob(Self.commit))
        #expect(source.checksum(announcedBy: [own, foreign]) == nil)
        let bare = ResponseHead(address: hub, status: 200, headers: ["ETag": "\"\(Self.commit)\""])
        #expect(source.checksum(announcedBy: [bare]) == nil)
    }

    @Test("what the hub refuses is said in its own terms, with what to do")
    func refusals() async throws {
        let page = try #require(WebAddress("https://huggingface.co/org/name"))
        let cases: [(Int, String?, [String: String], HubRefusal?)] = [
            (401, "GatedRepo", [:], .gated(repository: "org/name", page: page, hasToken: false)),
            (403, "GatedRepo", ["HF_TOKEN": "t"], .gated(repository: "org/name", page: page, hasToken: true)),
            (401, "RepoNotFound", [:], .noRepository("org/name", hasToken: false)),
            (404, "EntryNotFound", [:], .noFile("sub/tokenizer.json", of: "org/name")),
            (404, "RevisionNotFound", [:], .noRevision("main", of: "org/name")),
            (401, nil, ["HF_TOKEN": "t"], .badToken),
            (401, nil, [:], .noRepository("org/name", hasToken: false)),
        ]
        for (status, code, environment, expected) in cases {
            let answer = ScriptedAnswer(status: status, headers: code.map { ["X-Error-Code": $0] } ?? [:])
            #expect(try await refusal(answer, environment: environment) == expected.map { .hub($0) })
        }
        let gated = HubRefusal.gated(repository: "org/name", page: page, hasToken: false)
        #expect(gated.message == "the model org/name is gated")
        #expect(
            gated.help == [
                "accept its licence on its page, https://huggingface.co/org/name, then set HF_TOKEN"
            ]
        )
    }

    @Test("a refusal without a code has the hub's words")
    func words() async throws {
        let answer = ScriptedAnswer(status: 403, headers: ["X-Error-Message": "not \u{1B}you"])
        guard case .refused(_, status: 403, detail: "not you") = try await refusal(answer) else {
            Issue.record("the words are missing")
            return
        }
    }

    @Test("without a network that is said, after a few tries")
    func noNetwork() async throws {
        let reason = "no address is known for `huggingface.co`"
        guard case .gaveUp(_, tries: 5, last: reason) = try await refusal(.broken(.unreachable(reason)))
        else {
            Issue.record("it was not said")
            return
        }
    }

    @Test("the endpoint may be another, with a path; revisions are one segment")
    func endpoint() throws {
        let hub = try Hub(environment: ["HF_ENDPOINT": "https://mirror.example:8443/hub/"])
        let file = try #require(HubFile("a b/ü.json", of: "org/name", revision: "refs/pr/1"))
        #expect(
            hub.address(of: file).description
                == "https://mirror.example:8443/hub/org/name/resolve/refs%2Fpr%2F1/a%20b/%C3%BC.json")
        #expect(throws: TransferError.badAddress("mirror")) {
            try Hub(environment: ["HF_ENDPOINT": "mirror"])
        }
    }
}
