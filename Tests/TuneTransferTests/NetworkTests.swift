import Foundation
import NIOSSL
import TestSupport
import Testing
import TuneBytes

@testable import TuneTransfer

@Suite("Downloading over a real connection")
struct NetworkTests {
    private let body = Served(300_000).bytes

    private func download(
        from server: FaultServer, token: Secret? = nil, clock: TestClock = TestClock(),
        note: @escaping @Sendable (TransferNote) -> Void = { _ in }
    ) async throws -> (Result<Download.Received, TransferError>, TemporaryFolder) {
        let folder = try TemporaryFolder()
        let source = try #require(WebAddress("http://127.0.0.1:\(server.port)/file"))
        var download = Download(source, to: folder.path("file.bin"))
        download.token = token
        let result = await run(download, clock, note: note)
        await server.stop()
        return (result, folder)
    }

    private func run(
        _ download: Download, _ clock: TestClock, environment: [String: String] = [:],
        note: @escaping @Sendable (TransferNote) -> Void = { _ in }
    ) async -> Result<Download.Received, TransferError> {
        let transport = HTTPTransport(environment: environment)
        let result: Result<Download.Received, TransferError>
        do throws(TransferError) {
            result = .success(try await download.run(over: transport, clock: clock.clock, note: note))
        } catch {
            result = .failure(error)
        }
        await transport.shutdown()
        return result
    }

    private static func head(_ status: String, _ fields: String...) -> [UInt8] {
        Array(("HTTP/1.1 \(status)\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n").utf8)
    }

    /// The rest from where the question asks on.
    private static func rest(_ question: FaultServer.Question, of body: [UInt8]) -> [FaultServer.Step] {
        guard let range = question["Range"], question["If-Range"] == "\"v\"",
            let start = Int(range.dropFirst(6).dropLast())
        else {
            return [
                .send(head("200 OK", "Content-Length: \(body.count)", "ETag: \"v\"")), .send(body),
            ]
        }
        return [
            .send(
                head(
                    "206 Partial Content", "Content-Length: \(body.count - start)", "ETag: \"v\"",
                    "Content-Range: bytes \(start)-\(body.count - 1)/\(body.count)")),
            .send(Array(body[start...])),
        ]
    }

    @Test("a body dropped or reset in the middle is continued", arguments: [true, false])
    func dropped(isReset: Bool) async throws {
        let body = body
        let server = try await FaultServer { question, number in
            if number > 0 { return Self.rest(question, of: body) }
            return [
                .send(Self.head("200 OK", "Content-Length: \(body.count)", "ETag: \"v\"")),
                .send(Array(body[..<100_000])), isReset ? .reset : .close,
            ]
        }
        let (result, folder) = try await download(from: server)
        #expect(try result.get().size == body.count)
        #expect(try folder.bytes(of: "file.bin") == body)
        #expect(server.questions.count == 2)
    }

    @Test(
        "chunks without an end, or that are none, are continued; with an end they are whole",
        arguments: ["0\r\n\r\n", "", "zz\r\n"])
    func chunks(end: String) async throws {
        let body = body
        let server = try await FaultServer { question, number in
            if number > 0 { return Self.rest(question, of: body) }
            return [
                .send(Self.head("200 OK", "Transfer-Encoding: chunked", "ETag: \"v\"")),
                .send(Array("\(String(body.count, radix: 16))\r\n".utf8) + body + Array("\r\n\(end)".utf8)),
                .close,
            ]
        }
        let (result, folder) = try await download(from: server)
        _ = try result.get()
        #expect(try folder.bytes(of: "file.bin") == body)
        #expect((server.questions.count == 1) == end.hasPrefix("0"))
    }

    @Test("silence ends a try, and the next continues")
    func stalled() async throws {
        let body = body
        let server = try await FaultServer { question, number in
            if number > 0 { return Self.rest(question, of: body) }
            return [
                .send(Self.head("200 OK", "Content-Length: \(body.count)", "ETag: \"v\"")),
                .send(Array(body[..<1000])), .stall,
            ]
        }
        let clock = TestClock()
        let (result, folder) = try await download(from: server, clock: clock) { note in
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
            let server = try await FaultServer { _, _ in [.send(Self.head("200 OK", field)), .close] }
            let (result, _) = try await download(from: server)
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
        guard case .failure(.malformed) = try await download(from: server).0 else {
            Issue.record("it was taken")
            return
        }
    }

    @Test("an end of the connection is no end of a file that announced none")
    func uncertainEnd() async throws {
        let server = try await FaultServer { _, _ in [.send(Self.head("200 OK")), .send([1, 2, 3]), .close] }
        guard case .failure(.uncertainEnd) = try await download(from: server).0 else {
            Issue.record("it was taken")
            return
        }
    }

    @Test(
        "a redirection to another port or name carries no authorization",
        arguments: ["127.0.0.1", "localhost"])
    func authorization(host: String) async throws {
        let other = try await FaultServer { question, _ in Self.rest(question, of: [1, 2, 3]) }
        let port = other.port
        let server = try await FaultServer { _, _ in
            [.send(Self.head("302 Found", "Location: http://\(host):\(port)/x?sig=1", "Content-Length: 0"))]
        }
        let (result, folder) = try await download(from: server, token: Secret("hf_CANARY"))
        _ = try result.get()
        #expect(try folder.bytes(of: "file.bin") == [1, 2, 3])
        #expect(server.questions[0]["Authorization"] == "Bearer hf_CANARY")
        #expect(server.questions[0]["Accept-Encoding"] == "identity")
        #expect(other.questions[0].headers.allSatisfy { !$0.value.contains("CANARY") })
        #expect(other.questions[0].path == "/x?sig=1")
        await other.stop()
    }

    @Test("what was compressed is not inflated behind our back")
    func compressed() async throws {
        let server = try await FaultServer { _, _ in
            [.send(Self.head("200 OK", "Content-Encoding: gzip", "Content-Length: 2")), .send([0x1F, 0x8B])]
        }
        guard case .failure(.malformed) = try await download(from: server).0 else {
            Issue.record("it was taken")
            return
        }
    }

    @Test("a port where nobody listens is said to refuse")
    func refused() async throws {
        let server = try await FaultServer { _, _ in [] }
        await server.stop()
        guard case .failure(.gaveUp(_, tries: 5, let last)) = try await download(from: server).0 else {
            Issue.record("somebody listened")
            return
        }
        #expect(last == "connection refused")
    }

    @Test("a name that does not exist is named")
    func noSuchName() async throws {
        let folder = try TemporaryFolder()
        let source = try #require(WebAddress("http://nobody.invalid/file"))
        let result = await run(Download(source, to: folder.path("f")), TestClock())
        #expect(
            result == .failure(.gaveUp(source, tries: 5, last: "no address is known for `nobody.invalid`")))
    }

    @Test("a proxy is asked for a tunnel, and its password is told to nobody else")
    func proxy() async throws {
        let server = try await FaultServer { question, _ in
            question.method == "CONNECT" ? [.send(Self.head("200 OK"))] : Self.rest(question, of: [1, 2, 3])
        }
        let folder = try TemporaryFolder()
        let source = try #require(WebAddress("http://files.invalid/file"))
        let environment = ["HTTP_PROXY": "http://user:pass@127.0.0.1:\(server.port)"]
        let result = await run(Download(source, to: folder.path("f")), TestClock(), environment: environment)
        await server.stop()
        #expect(try result.get().size == 3)
        #expect(server.questions.map(\.path) == ["files.invalid:80", "/file"])
        #expect(server.questions.map { $0["Proxy-Authorization"] } == ["Basic dXNlcjpwYXNz", nil])
    }

    @Test("a proxy that refuses is not asked again")
    func refusingProxy() async throws {
        for status in ["407 Proxy Authentication Required", "403 Forbidden"] {
            let server = try await FaultServer { _, _ in [.send(Self.head(status, "Content-Length: 0"))] }
            let folder = try TemporaryFolder()
            let source = try #require(WebAddress("http://files.invalid/file"))
            let environment = ["HTTP_PROXY": "127.0.0.1:\(server.port)"]
            let result = await run(
                Download(source, to: folder.path("f")), TestClock(), environment: environment)
            await server.stop()
            guard case .failure(.proxy) = result else {
                Issue.record("\(result)")
                continue
            }
            #expect(server.questions.count == 1)
        }
    }

    @Test(
        "a certificate that nobody vouches for is not taken, and not tried again",
        .enabled(if: Certificate.canBeMade, "openssl is not on the PATH"))
    func selfSigned() async throws {
        let folder = try TemporaryFolder()
        let tls = try Certificate.selfSigned(in: folder)
        let server = try await FaultServer(tls: tls) { question, _ in Self.rest(question, of: [1, 2, 3]) }
        let source = try #require(WebAddress("https://localhost:\(server.port)/file"))
        let download = Download(source, to: folder.path("f"))
        guard case .failure(.insecure) = await run(download, TestClock()) else {
            Issue.record("it was taken")
            return
        }
        let trusting = ["SSL_CERT_FILE": folder.path("cert.pem")]
        #expect(try await run(download, TestClock(), environment: trusting).get().size == 3)
        await server.stop()
    }

    @Test(
        "a certificate of another host, one whose time is over, and old encryption are not taken",
        .enabled(if: Certificate.canBeMade, "openssl is not on the PATH"),
        arguments: Certificate.Fault.allCases)
    func badCertificate(fault: Certificate.Fault) async throws {
        let folder = try TemporaryFolder()
        let tls = try Certificate.selfSigned(in: folder, fault)
        let server = try await FaultServer(tls: tls) { question, _ in Self.rest(question, of: [1, 2, 3]) }
        let source = try #require(WebAddress("https://localhost:\(server.port)/file"))
        let trusting = ["SSL_CERT_FILE": folder.path("cert.pem")]
        let result = await run(
            Download(source, to: folder.path("f")), TestClock(), environment: trusting)
        await server.stop()
        guard case .failure(.insecure) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(server.questions.isEmpty)
    }

    @Test(
        "an encrypted connection that ends without saying so is no end of a file",
        .enabled(if: Certificate.canBeMade, "openssl is not on the PATH"))
    func uncleanEnd() async throws {
        let folder = try TemporaryFolder()
        let (tls, body) = (try Certificate.selfSigned(in: folder), body)
        let server = try await FaultServer(tls: tls) { question, number in
            if number > 0 { return Self.rest(question, of: body) }
            return [.send(Self.head("200 OK", "ETag: \"v\"")), .send(Array(body[..<100_000])), .cut]
        }
        let source = try #require(WebAddress("https://localhost:\(server.port)/file"))
        let result = await run(
            Download(source, to: folder.path("f")), TestClock(),
            environment: ["SSL_CERT_FILE": folder.path("cert.pem")])
        await server.stop()
        #expect(try result.get().size == body.count)
        #expect(server.questions.count == 2)
    }

    @Test("a length that is too small is the length: the file is as long, and not asked for again")
    func tooSmall() async throws {
        let body = body
        let server = try await FaultServer { _, _ in
            [.send(Self.head("200 OK", "Content-Length: 1000")), .send(body)]
        }
        let (result, folder) = try await download(from: server)
        #expect(try result.get().size == 1000)
        #expect(try folder.bytes(of: "file.bin") == Array(body[..<1000]))
        #expect(server.questions.count == 1)
    }

    @Test("a host that does not answer the first packet is given up", .enabled(if: BlackHole.canBeMade))
    func connectTimeout() async throws {
        let hole = BlackHole()
        let transport = HTTPTransport(environment: [:], connectTimeout: .milliseconds(300))
        let request = TransportRequest(
            address: try #require(WebAddress("http://127.0.0.1:\(hole.port)/")), body: RequestBody([1]))
        await #expect(
            throws: TransferError.gaveUp(request.address, tries: 5, last: "no answer within ten seconds")
        ) {
            try await Exchange(over: transport, clock: TestClock().clock).answer(
                to: request, repeats: .unlessBegun)
        }
        await transport.shutdown()
    }

    @Test("a flood of interim answers is no progress")
    func interim() async throws {
        let flood = Array(repeating: Self.head("100 Continue"), count: 1000).flatMap { $0 }
        let server = try await FaultServer { _, _ in Array(repeating: .send(flood), count: 20) + [.stall] }
        let clock = TestClock()
        clock.fallSilent()
        let folder = try TemporaryFolder()
        let source = try #require(WebAddress("http://127.0.0.1:\(server.port)/file"))
        var download = Download(source, to: folder.path("f"))
        download.patience.tries = 1
        let result = await run(download, clock)
        await server.stop()
        guard case .failure(.gaveUp(_, tries: 1, "nothing came for 30 seconds")) = result else {
            Issue.record("\(result)")
            return
        }
    }

    @Test("of two downloads to one target one waits for nothing and says so; the other is not disturbed")
    func twoDownloads() async throws {
        let body = body
        let server = try await FaultServer { _, _ in
            [
                .send(Self.head("200 OK", "Content-Length: \(body.count)")), .send(Array(body[..<1000])),
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
        guard case .failure(.inUse(_, _, let owner?)) = await run(download, TestClock()) else {
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
