import Foundation
import TestSupport
import Testing

@testable import TuneTransfer

/// Downloads over a real connection, and what a server sends there.
enum NetworkFixture {
    /// Downloads the server's file as `file.bin` into a new folder, and stops the server.
    static func download(
        from server: FaultServer, token: Secret? = nil, clock: TestClock = TestClock(),
        note: @escaping @Sendable (TransferNote) -> Void = { _ in }
    ) async throws -> (Result<Download.Received, TransferError>, TemporaryFolder) {
        let folder = try TemporaryFolder()
        let source = try #require(WebAddress("http://127.0.0.1:\(server.port)/file"))
        let download = Download(of: PlainAddress(source, token: token), to: folder.path("file.bin"))
        let result = await run(download, clock: clock, note: note)
        await server.stop()
        return (result, folder)
    }

    /// Runs a download with an environment of its own.
    static func run(
        _ download: Download, clock: TestClock = TestClock(), environment: [String: String] = [:],
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

    /// The head of an answer.
    static func head(_ status: String, _ fields: String...) -> [UInt8] {
        Array(("HTTP/1.1 \(status)\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n").utf8)
    }

    /// The rest from where the question asks on.
    static func rest(_ question: FaultServer.Question, of body: [UInt8]) -> [FaultServer.Step] {
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
}
