import NIOCore
import NIOPosix
import TestSupport
import Testing

@testable import TuneTransfer

@Suite("Reaching a server, and knowing that it is the one")
struct ReachingTests {
    private let body = ServedFile(300_000).bytes

    @Test("a port where nobody listens is said to refuse")
    func refused() async throws {
        let held = HeldPort()
        let folder = try TemporaryFolder()
        let source = try #require(WebAddress("http://127.0.0.1:\(held.port)/file"))
        let result = await NetworkFixture.run(Download(source, to: folder.path("f")))
        withExtendedLifetime(held) {}
        guard case .failure(.gaveUp(_, tries: 5, let last)) = result else {
            Issue.record("somebody listened")
            return
        }
        #expect(last == "connection refused")
    }

    @Test("a name that does not exist is named")
    func noSuchName() async throws {
        let folder = try TemporaryFolder()
        let source = try #require(WebAddress("http://nobody.invalid/file"))
        let result = await NetworkFixture.run(Download(source, to: folder.path("f")))
        #expect(
            result == .failure(.gaveUp(source, tries: 5, last: "no address is known for `nobody.invalid`")))
    }

    @Test("a proxy is asked for a tunnel, and its password is told to nobody else")
    func proxy() async throws {
        let server = try await FaultServer { question, _ in
            question.method == "CONNECT"
                ? [.send(NetworkFixture.head("200 OK"))] : NetworkFixture.rest(question, of: [1, 2, 3])
        }
        let folder = try TemporaryFolder()
        let source = try #require(WebAddress("http://files.invalid/file"))
        let environment = ["HTTP_PROXY": "http://user:pass@127.0.0.1:\(server.port)"]
        let result = await NetworkFixture.run(
            Download(source, to: folder.path("f")), environment: environment)
        await server.stop()
        #expect(try result.get().size == 3)
        #expect(server.questions.map(\.path) == ["files.invalid:80", "/file"])
        #expect(server.questions.map { $0["Proxy-Authorization"] } == ["Basic dXNlcjpwYXNz", nil])
    }

    @Test("a proxy that refuses is not asked again")
    func refusingProxy() async throws {
        for status in ["407 Proxy Authentication Required", "403 Forbidden"] {
            let server = try await FaultServer { _, _ in
                [.send(NetworkFixture.head(status, "Content-Length: 0"))]
            }
            let folder = try TemporaryFolder()
            let source = try #require(WebAddress("http://files.invalid/file"))
            let environment = ["HTTP_PROXY": "127.0.0.1:\(server.port)"]
            let result = await NetworkFixture.run(
                Download(source, to: folder.path("f")), environment: environment)
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
        let server = try await FaultServer(tls: tls) { question, _ in
            NetworkFixture.rest(question, of: [1, 2, 3])
        }
        let source = try #require(WebAddress("https://localhost:\(server.port)/file"))
        let download = Download(source, to: folder.path("f"))
        guard case .failure(.insecure) = await NetworkFixture.run(download, clock: TestClock()) else {
            Issue.record("it was taken")
            return
        }
        let trusting = ["SSL_CERT_FILE": folder.path("cert.pem")]
        #expect(
            try await NetworkFixture.run(download, clock: TestClock(), environment: trusting).get().size == 3)
        await server.stop()
    }

    @Test(
        "a certificate of another host, one whose time is over, and old encryption are not taken",
        .enabled(if: Certificate.canBeMade, "openssl is not on the PATH"),
        arguments: Certificate.Fault.allCases)
    func badCertificate(fault: Certificate.Fault) async throws {
        let folder = try TemporaryFolder()
        let tls = try Certificate.selfSigned(in: folder, fault)
        let server = try await FaultServer(tls: tls) { question, _ in
            NetworkFixture.rest(question, of: [1, 2, 3])
        }
        let source = try #require(WebAddress("https://localhost:\(server.port)/file"))
        let trusting = ["SSL_CERT_FILE": folder.path("cert.pem")]
        let result = await NetworkFixture.run(
            Download(source, to: folder.path("f")), environment: trusting)
        await server.stop()
        guard case .failure(.insecure) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(server.questions.isEmpty)
    }

    @Test("a connection that ends before it is encrypted reached nobody, so that it is tried again")
    func handshake() async throws {
        let server = try await Hanger.server()
        let source = try #require(WebAddress("https://localhost:\(server.localAddress?.port ?? 0)/file"))
        let folder = try TemporaryFolder()
        let result = await NetworkFixture.run(Download(source, to: folder.path("f")))
        try await server.close()
        #expect(result == .failure(.gaveUp(source, tries: 5, last: "the connection ended early")))
    }

    @Test(
        "an encrypted connection that ends without saying so is no end of a file",
        .enabled(if: Certificate.canBeMade, "openssl is not on the PATH"))
    func uncleanEnd() async throws {
        let folder = try TemporaryFolder()
        let (tls, body) = (try Certificate.selfSigned(in: folder), body)
        let server = try await FaultServer(tls: tls) { question, number in
            if number > 0 { return NetworkFixture.rest(question, of: body) }
            return [
                .send(NetworkFixture.head("200 OK", "ETag: \"v\"")), .send(Array(body[..<100_000])), .cut,
            ]
        }
        let source = try #require(WebAddress("https://localhost:\(server.port)/file"))
        let result = await NetworkFixture.run(
            Download(source, to: folder.path("f")),
            environment: ["SSL_CERT_FILE": folder.path("cert.pem")])
        await server.stop()
        #expect(try result.get().size == body.count)
        #expect(server.questions.count == 2)
    }

    @Test("a host that does not answer the first packet is given up", .enabled(if: SilentPort.canBeMade))
    func connectTimeout() async throws {
        let hole = SilentPort()
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
}

/// Hangs up at the first words.
private final class Hanger: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    static func server() async throws -> any Channel {
        try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Hanger())
                }
            }
            .bind(host: "localhost", port: 0).get()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        context.close(promise: nil)
    }
}
