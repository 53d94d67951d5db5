import Foundation
import Synchronization
import TestSupport
import Testing
import TuneBytes

@testable import TuneTransfer

@Suite("Sending over a real connection")
struct UploadNetworkTests {
    private let folder: TemporaryFolder
    private let bytes = ServedFile(3_000_000).bytes
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = try folder.write(bytes, to: "train.csv")
    }

    private func address(_ server: FaultServer) throws -> WebAddress {
        try #require(WebAddress("http://127.0.0.1:\(server.port)/files"))
    }

    private static func send(
        _ upload: FileUpload, clock: TransferClock = TestClock().clock,
        note: @escaping @Sendable (TransferNote) -> Void = { _ in }
    ) async -> Result<FileUpload.Sent, TransferError> {
        let transport = HTTPTransport(environment: [:])
        let result: Result<FileUpload.Sent, TransferError>
        do throws(TransferError) {
            result = .success(try await upload.run(over: transport, clock: clock, note: note))
        } catch {
            result = .failure(error)
        }
        await transport.shutdown()
        return result
    }

    private static func answer(_ status: String, _ body: String = "") -> FaultServer.Step {
        .send(Array("HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8))
    }

    @Test("a file arrives as it is, with its length announced", arguments: [true, false])
    func arrives(isForm: Bool) async throws {
        let server = try await FaultServer(answeringAt: .end) { _, _ in [Self.answer("201 Created", "{}")] }
        let address = try address(server)
        let upload: FileUpload =
            isForm ? .form(path, to: address, contentType: "text/csv") : .put(path, to: address)
        let sent = try await Self.send(upload).get()
        #expect(sent.answer.head.status == 201)
        #expect(sent.answer.body == Array("{}".utf8))
        let question = try #require(server.questions.first)
        #expect(question.method == (isForm ? "POST" : "PUT"))
        #expect(question["Content-Length"] == "\(question.body.count)")
        #expect(question["Transfer-Encoding"] == nil)
        let start = isForm ? question.body.count - bytes.count - closing(question).utf8.count : 0
        // Not in `#expect`, which would print them.
        let isSame = question.body[start...].starts(with: bytes)
        #expect(isSame)
        await server.stop()
    }

    private func closing(_ question: FaultServer.Question) -> String {
        "\r\n--\(question["Content-Type"]?.split(separator: "=").last ?? "")--\r\n"
    }

    @Test("an early refusal stops the sending, and its words are brought", arguments: [true, false])
    func early(closes: Bool) async throws {
        let server = try await FaultServer { _, _ in
            [Self.answer("413 Payload Too Large", "at most 1 MB")] + (closes ? [.close] : [])
        }
        let long = try folder.write(Array(repeating: 65, count: 32 << 20), to: "long.csv")
        let most = Mutex(0)
        let sent = try await Self.send(
            .form(long, to: try address(server), contentType: "text/csv")
        ) { note in
            if case .sent(let count, _) = note { most.withLock { $0 = count } }
        }.get()
        #expect(sent.answer.head.status == 413)
        #expect(sent.answer.body == Array("at most 1 MB".utf8))
        #expect(most.withLock { $0 } < 32 << 20)
        await server.stop()
    }

    @Test(
        "a connection that ends after the last byte, without an answer: it may have arrived",
        arguments: [true, false])
    func diesAfter(isReset: Bool) async throws {
        let server = try await FaultServer(answeringAt: .end) { _, _ in [isReset ? .reset : .close] }
        let result = await Self.send(.form(path, to: try address(server), contentType: "text/csv"))
        guard case .failure(.mayHaveArrived) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(server.questions.count == 1)
        await server.stop()
    }

    @Test("a connection that ends before: the file is sent again")
    func diesBefore() async throws {
        let count = Mutex(0)
        let long = try folder.write(Array(repeating: 65, count: 32 << 20), to: "long.csv")
        let server = try await FaultServer { _, number in
            number == 0 ? [.close] : [Self.answer("413 Payload Too Large")]
        }
        let sent = try await Self.send(.form(long, to: try address(server), contentType: "text/csv")) {
            note in
            if case .waits = note { count.withLock { $0 += 1 } }
        }.get()
        #expect(sent.answer.head.status == 413)
        #expect(count.withLock { $0 } == 1)
        await server.stop()
    }

    @Test("no more leaves the disk than the network takes")
    func backpressure() async throws {
        let server = try await FaultServer(answeringAt: .unread) { _, _ in [] }
        let long = try folder.write([], to: "long.csv")
        unsafe truncate(long, 256 << 20)
        let most = Mutex(0)
        let (silence, signal) = AsyncStream.makeStream(of: Void.self)
        var upload = FileUpload.put(long, to: try address(server))
        // Announced, it is not read before; the end, where it would be compared, is never reached.
        upload.announced = .init(size: 256 << 20, sha256: "")
        let task = Task { [upload] in
            await Self.send(upload, clock: .system) { note in
                if case .sent(let count, _) = note { most.withLock { $0 = count } }
                signal.yield()
            }
        }
        for await _ in silence { break }
        // The system's own buffers fill, up to 36 MiB; then nothing may move.
        var last = -1
        while most.withLock({ $0 }) != last {
            last = most.withLock { $0 }
            try await Task.sleep(for: .milliseconds(300))
        }
        #expect(last < 64 << 20)
        task.cancel()
        guard case .failure(.cancelled) = await task.value else {
            Issue.record("it ended")
            return
        }
        await server.stop()
    }

    @Test("a large file takes no more memory than a small one", .enabled(if: Self.tellsMemory))
    func memory() async throws {
        let server = try await FaultServer(answeringAt: .endUnkept) { _, _ in [Self.answer("201 Created")] }
        var peaks: [Int] = []
        for megabytes in [1, 200] {
            let path = folder.path("long.bin")
            _ = FileManager.default.createFile(atPath: path, contents: nil)
            unsafe truncate(path, off_t(megabytes << 20))
            let said = try await TransferProcess(try address(server).text, putting: path).end()
            #expect(said.hasPrefix("sent \(megabytes << 20) "), "\(said)")
            peaks.append(said.split(separator: " ").last.flatMap { Int($0.filter(\.isNumber)) } ?? .max)
        }
        print("peak memory of 1 MB and 200 MB, in KiB: \(peaks)")
        #expect(peaks[1] < 64 << 10)
        #expect(peaks[1] - peaks[0] < 16 << 10)
        await server.stop()
    }

    private static var tellsMemory: Bool { FileManager.default.fileExists(atPath: "/proc/self/status") }

    @Test("a port where nobody listens was not reached, so that anything may be asked again")
    func refused() async throws {
        let held = HeldPort()
        let address = try #require(WebAddress("http://127.0.0.1:\(held.port)/files"))
        let transport = HTTPTransport(environment: [:])
        let request = TransportRequest("POST", address: address, body: RequestBody([1]))
        await #expect(throws: TransferError.gaveUp(address, tries: 5, last: "connection refused")) {
            try await Exchange(over: transport, clock: TestClock().clock).answer(
                to: request, repeats: .unlessBegun)
        }
        await transport.shutdown()
        withExtendedLifetime(held) {}
    }

    @Test("a small body arrives, an empty one announces its length too", arguments: [[UInt8](), [1, 2, 3]])
    func small(body: [UInt8]) async throws {
        let server = try await FaultServer(answeringAt: .end) { _, _ in [Self.answer("200 OK", "yes")] }
        let transport = HTTPTransport(environment: [:])
        let request = TransportRequest("POST", address: try address(server), body: RequestBody(body))
        let answer = try await Exchange(over: transport).answer(to: request, repeats: .unlessBegun)
        #expect(answer.body == Array("yes".utf8))
        #expect(server.questions[0].body == body)
        #expect(server.questions[0]["Content-Length"] == "\(body.count)")
        await transport.shutdown()
        await server.stop()
    }
}
