import Foundation
import TestSupport
import Testing

@testable import TuneTransfer

@Suite("A process that is killed", .serialized)
struct KillTests {
    private static let bytes = ServedFile(1_000_000).bytes

    /// Serves the file in pieces, so that there is something to interrupt.
    private static func server() async throws -> FaultServer {
        try await FaultServer { question, _ in
            let start = question["Range"].flatMap { Int($0.dropFirst(6).dropLast()) } ?? 0
            let status = start > 0 ? "206 Partial Content" : "200 OK"
            let fields =
                "Content-Length: \(bytes.count - start)\r\nETag: \"v\"\r\n"
                + (start > 0 ? "Content-Range: bytes \(start)-\(bytes.count - 1)/\(bytes.count)\r\n" : "")
            if start >= bytes.count {
                return [
                    .send(
                        Array(
                            "HTTP/1.1 416 No\r\nContent-Length: 0\r\nContent-Range: bytes */\(bytes.count)\r\n\r\n"
                                .utf8))
                ]
            }
            return [.send(Array("HTTP/1.1 \(status)\r\n\(fields)\r\n".utf8)), .send(Array(bytes[start...]))]
        }
    }

    @Test(
        "killed at any moment, again and again, it leaves no file that is not whole, and every later run goes on"
    )
    func killTrials() async throws {
        let wanted = Trials.count(short: 20, long: 200)
        let server = try await Self.server()
        let address = "http://127.0.0.1:\(server.port)/file"
        let folder = try TemporaryFolder()
        let target = folder.path("file.bin")
        var (generator, seed) = SeededGenerator.fresh()
        let span = try await TransferProcess(address, to: target).span() / .microseconds(1)
        var (kills, files, kept) = (0, 0, 0)
        while kills < wanted {
            let pause = Double.random(in: 0..<max(span * 1.2, 2000), using: &generator)
            let said = try await TransferProcess(address, to: target).end(killedAfter: .microseconds(pause))
            if !said.contains("whole") { kills += 1 }
            if said.contains("failed") { Issue.record("\(said), seed \(seed)") }
            if try folder.names.contains("file.bin.part") { kept += 1 }
            if try folder.names.contains("file.bin") {
                let isRight = try folder.bytes(of: "file.bin") == Self.bytes
                #expect(isRight, "after \(kills) kills, seed \(seed)")
                try FileManager.default.removeItem(atPath: target)
                files += 1
            }
        }
        #expect(try await TransferProcess(address, to: target).end().contains("whole"))
        let isRight = try folder.bytes(of: "file.bin") == Self.bytes
        #expect(isRight, "seed \(seed)")
        #expect(try folder.names == ["file.bin"], "seed \(seed)")
        print("\(wanted) kills, \(kept) times with a part left, \(files) files whole in between")
        #expect(kept > wanted / 10)
        #expect(server.questions.contains { $0["Range"] != nil })
        await server.stop()
    }

    @Test("a disk without room keeps what is here, and a later run goes on", .enabled(if: Self.hasShell))
    func fullDisk() async throws {
        let server = try await Self.server()
        let address = "http://127.0.0.1:\(server.port)/file"
        let folder = try TemporaryFolder()
        let target = folder.path("file.bin")
        // No file may be longer than 600 blocks of 512 bytes; the signal that would say so is not wanted.
        let limited = ["/bin/sh", "-c", "trap '' XFSZ; ulimit -f 600; exec \"$0\" \"$@\""]
        let said = try await TransferProcess(address, to: target, wrapper: limited).end()
        #expect(said.contains("failed cannot write"))
        #expect(try folder.names == ["file.bin.part", "file.bin.part.json"])
        let kept = try folder.bytes(of: "file.bin.part").count
        #expect(kept > 100_000)
        #expect(try await TransferProcess(address, to: target).end().contains("began \(kept)"))
        let isRight = try folder.bytes(of: "file.bin") == Self.bytes
        #expect(isRight)
        await server.stop()
    }

    private static var hasShell: Bool { FileManager.default.isExecutableFile(atPath: "/bin/sh") }
}
