import Foundation
import TestSupport
import Testing
import TuneBytes

@testable import TuneTransfer

@Suite("Downloading over a real connection")
struct NetworkTests {
    private let body = ServedFile(300_000).bytes

    @Test("a body dropped or reset in the middle is continued", arguments: [true, false])
    func dropped(isReset: Bool) async throws {
        let body = body
        let server = try await FaultServer { question, number in
            if number > 0 { return NetworkFixture.rest(question, of: body) }
            return [
                .send(NetworkFixture.head("200 OK", "Content-Length: \(body.count)", "ETag: \"v\"")),
                .send(Array(body[..<100_000])), isReset ? .reset : .close,
            ]
        }
        let (result, folder) = try await NetworkFixture.download(from: server)
        #expect(try result.get().size == body.count)
        #expect(try folder.bytes(of: "file.bin") == body)
        #expect(server.questions.count == 2)
    }

    @Test(
        "chunks without an end, or that are none, are continued; with an end they are whole",
        arguments: ["0\r\n\r\n", "", "zz\r\n"])
    func chunks(end: String) async throws {
        let body = body
        let sent = end.hasPrefix("0") ? body : Array(body[..<200_000])
        let server = try await FaultServer { question, number in
            if number > 0 { return NetworkFixture.rest(question, of: body) }
            return [
                .send(NetworkFixture.head("200 OK", "Transfer-Encoding: chunked", "ETag: \"v\"")),
                .send(Array("\(String(sent.count, radix: 16))\r\n".utf8) + sent + Array("\r\n\(end)".utf8)),
                .close,
            ]
        }
        let (result, folder) = try await NetworkFixture.download(from: server)
        _ = try result.get()
        #expect(try folder.bytes(of: "file.bin") == body)
        #expect(server.questions.count == (end.hasPrefix("0") ? 1 : 2))
        #expect(server.questions.dropFirst().allSatisfy { $0["Range"] != nil })
    }

    @Test("silence ends a try, and the next continues")
    func stalled() async throws {
        let body = body
        let server = try await FaultServer { question, number in
            if number > 0 { return NetworkFixture.rest(question, of: body) }
            return [
                .send(NetworkFixture.head("200 OK", "Content-Length: \(body.count)", "ETag: \"v\"")),
                .send(Array(body[..<1000])), .stall,
            ]
        }
        let clock = TestClock()
        let (result, folder) = try await NetworkFixture.download(from: server, clock: clock) { note in
            if note == .received(1000) { clock.fallSilent() }
        }
        _ = try result.get()
        #expect(server.questions.map { $0["Range"] } == [nil, "bytes=1000-"])
        #expect(try folder.bytes(of: "file.bin") == body)
    }

    @Test("headers without end are not taken, and not asked for again")
    func headers() async throws {
        let many = (0..<100_000).map { "X-\($0): y" }.joined(separator: "\r\n")
        let long = "X: " + String(repeating: "y", count: 1_000_000)
        for field in [many, long] {
            let server = try await FaultServer { _, _ in
                [.send(NetworkFixture.head("200 OK", field)), .close]
            }
            let (result, _) = try await NetworkFixture.download(from: server)
            guard case .failure(.malformed) = result else {
                Issue.record("\(result)")
                continue
            }
            #expect(server.questions.count == 1)
        }
    }

    @Test("what is not HTTP is said to be that")
    func notHTTP() async throws {
        let server = try await FaultServer { _, _ in [.send(Array("SSH-2.0-OpenSSH\r\n\r\n".utf8)), .close] }
        guard case .failure(.malformed) = try await NetworkFixture.download(from: server).0 else {
            Issue.record("it was taken")
            return
        }
    }

    @Test("an end of the connection is no end of a file that announced none")
    func uncertainEnd() async throws {
        let server = try await FaultServer { _, _ in
            [.send(NetworkFixture.head("200 OK")), .send([1, 2, 3]), .close]
        }
        guard case .failure(.uncertainEnd) = try await NetworkFixture.download(from: server).0 else {
            Issue.record("it was taken")
            return
        }
    }

    @Test(
        "a redirection to another port or name carries no authorization",
        arguments: ["127.0.0.1", "localhost"])
    func authorization(host: String) async throws {
        let other = try await FaultServer { question, _ in NetworkFixture.rest(question, of: [1, 2, 3]) }
        let port = other.port
        let server = try await FaultServer { _, _ in
            [
                .send(
                    NetworkFixture.head(
                        "302 Found", "Location: http://\(host):\(port)/x?sig=1", "Content-Length: 0"))
            ]
        }
        let (result, folder) = try await NetworkFixture.download(from: server, token: Secret("hf_CANARY"))
        _ = try result.get()
        #expect(try folder.bytes(of: "file.bin") == [1, 2, 3])
        #expect(server.questions[0]["Authorization"] == "Bearer hf_CANARY")
        #expect(server.questions[0]["Accept-Encoding"] == "identity")
        #expect(server.questions[0]["Content-Length"] == nil)
        #expect(other.questions[0].headers.allSatisfy { !$0.value.contains("CANARY") })
        #expect(other.questions[0].path == "/x?sig=1")
        await other.stop()
    }

    @Test("what was compressed is not inflated behind our back")
    func compressed() async throws {
        let server = try await FaultServer { _, _ in
            [
                .send(NetworkFixture.head("200 OK", "Content-Encoding: gzip", "Content-Length: 2")),
                .send([0x1F, 0x8B]),
            ]
        }
        guard case .failure(.malformed) = try await NetworkFixture.download(from: server).0 else {
            Issue.record("it was taken")
            return
        }
    }

    @Test("a length that is too small is the length: the file is as long, and not asked for again")
    func tooSmall() async throws {
        let body = body
        let server = try await FaultServer { _, _ in
            [.send(NetworkFixture.head("200 OK", "Content-Length: 1000")), .send(body)]
        }
        let (result, folder) = try await NetworkFixture.download(from: server)
        #expect(try result.get().size == 1000)
        #expect(try folder.bytes(of: "file.bin") == Array(body[..<1000]))
        #expect(server.questions.count == 1)
    }

    @Test("a flood of interim answers is no progress", .timeLimit(.minutes(1)))
    func interim() async throws {
        let flood = Array(repeating: NetworkFixture.head("100 Continue"), count: 10).flatMap { $0 }
        let server = try await FaultServer { _, _ in [.flood(flood)] }
        let clock = TestClock(pace: .milliseconds(5))
        clock.fallSilent()
        let folder = try TemporaryFolder()
        let source = try #require(WebAddress("http://127.0.0.1:\(server.port)/file"))
        var download = Download(source, to: folder.path("f"))
        download.policy.tries = 1
        let result = await NetworkFixture.run(download, clock: clock)
        await server.stop()
        guard case .failure(.gaveUp(_, tries: 1, "nothing came for 30 seconds")) = result else {
            Issue.record("\(result)")
            return
        }
    }

    @Test("of a body that is read slowly no more comes than a little ahead", .timeLimit(.minutes(1)))
    func slowReader() async throws {
        let server = try await FaultServer { _, _ in
            [
                .send(NetworkFixture.head("200 OK", "Content-Length: 5000000000")),
                .flood(Array(repeating: 0x61, count: 1 << 20)),
            ]
        }
        let transport = HTTPTransport(environment: [:])
        let source = try #require(WebAddress("http://127.0.0.1:\(server.port)/file"))
        let response = try await transport.send(TransportRequest(address: source))
        #expect(try await response.body.next() != nil)
        // Until nothing leaves any more.
        var (last, quiet) = (-1, 0)
        while server.flooded < 64 << 20, quiet < 3 {
            quiet = server.flooded == last && last > 0 ? quiet + 1 : 0
            last = server.flooded
            try await Task.sleep(for: .milliseconds(200))
        }
        #expect(server.flooded < 32 << 20)
        await transport.shutdown()
        await server.stop()
    }

    @Test("of two downloads to one target one waits for nothing and says so; the other is not disturbed")
    func twoDownloads() async throws {
        let body = body
        let server = try await FaultServer { _, _ in
            [
                .send(NetworkFixture.head("200 OK", "Content-Length: \(body.count)")),
                .send(Array(body[..<1000])),
                .stall,
            ]
        }
        let folder = try TemporaryFolder()
        let source = try #require(WebAddress("http://127.0.0.1:\(server.port)/file"))
        let download = Download(source, to: folder.path("f"))
        let (began, signal) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            let transport = HTTPTransport(environment: [:])
            let result = await Result {
                try await download.run(over: transport, clock: TestClock().clock) { note in
                    if case .received = note { signal.yield() }
                }
            }
            await transport.shutdown()
            return result
        }
        for await _ in began { break }
        guard case .failure(.inUse(_, _, let owner?)) = await NetworkFixture.run(download, clock: TestClock())
        else {
            Issue.record("two wrote at once")
            return
        }
        #expect(owner.process == Int(ProcessInfo.processInfo.processIdentifier))
        first.cancel()
        let result = await first.value
        await server.stop()
        guard case .failure(let error) = result else {
            Issue.record("it ended")
            return
        }
        #expect(error as? TransferError == .interrupted(path: download.target, kept: 1000))
        #expect(try folder.names == ["f.part", "f.part.json"])
        let noted = PartState(json: try folder.bytes(of: "f.part.json"))
        #expect(noted?.offset == 1000)
    }
}

extension Result where Failure == any Error, Success: Sendable {
    init(_ body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
