import Foundation
import Synchronization
import TestSupport
import Testing

@testable import TuneTransfer

@Suite("Downloads under random faults")
struct PropertyTests {
    @Test("whatever the server does, a file that is there is the file, of one version")
    func randomFaults() async throws {
        var (generator, seed) = SeededGenerator.fresh()
        for turn in 0..<150 {
            let fixture = try DownloadFixture()
            let versions = (1...2).map { number in
                var served = ServedFile(3000, seed: UInt64(number))
                served.tag = "\"\(number)\""
                return served
            }
            let random = Mutex(SeededGenerator(seed: generator.next()))
            let transport = ScriptedTransport { request, number in
                random.withLock { Self.answer(to: request, number: number, of: versions, random: &$0) }
            }
            for _ in 0..<6 {
                if (try? await fixture.run(transport)) != nil { break }
                #expect(try !fixture.names.contains("file.bin"), "seed \(seed), turn \(turn)")
            }
            guard try fixture.names.contains("file.bin") else { continue }
            let bytes = try fixture.bytes
            #expect(versions.contains { $0.bytes == bytes }, "seed \(seed), turn \(turn)")
            #expect(try fixture.names == ["file.bin"], "seed \(seed), turn \(turn)")
        }
    }

    /// One answer of a server that has a second version of the file from some request on, and many faults.
    private static func answer(
        to request: TransportRequest, number: Int, of versions: [ServedFile],
        random: inout SeededGenerator
    ) -> ScriptedAnswer {
        let served = versions[number < 4 ? 0 : 1]
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return .broken()
        case 1: return ScriptedAnswer(status: 503, pieces: [[1, 2, 3]])
        case 2: return ScriptedAnswer(status: 416, headers: ["Content-Range": "bytes */3000"])
        case 3:
            var request = request
            request.headers = [:]
            return served.answer(request, cut: Int.random(in: 0..<3000, using: &random))
        case 4:
            let first = Int.random(in: 0..<3000, using: &random)
            return ScriptedAnswer(
                status: 206, headers: ["Content-Range": "bytes \(first)-2999/3000", "ETag": "\"9\""],
                pieces: [[UInt8](repeating: 9, count: 3000 - first)])
        case 5...6:
            let piece = Int.random(in: 1..<700, using: &random)
            return served.answer(request, cut: Int.random(in: 0..<3000, using: &random), piece: piece)
        default: return served.answer(request)
        }
    }

    @Test("killed at any moment, a later run gives the same bytes")
    func killedAnywhere() async throws {
        var (generator, seed) = SeededGenerator.fresh()
        let served = ServedFile(5000)
        for turn in 0..<60 {
            var fixture = try DownloadFixture()
            fixture.policy.checkpointBytes = Int.random(in: 1..<2000, using: &generator)
            // What the disk holds at that moment is copied to another folder, as if the process ended there.
            let (copy, moment) = (try DownloadFixture(), Int.random(in: 1...50, using: &generator))
            let (folder, target) = (fixture.folder.path, copy.folder.path)
            let count = Mutex(0)
            let transport = ScriptedTransport { request, _ in served.answer(request, piece: 100) }
            _ = try await fixture.download.run(over: transport, clock: fixture.clock.clock) { note in
                guard case .received = note,
                    count.withLock({
                        $0 += 1; return $0
                    }) == moment
                else { return }
                for name in ["file.bin.part", "file.bin.part.json", "file.bin.lock"] {
                    try? FileManager.default.copyItem(
                        atPath: "\(folder)/\(name)", toPath: "\(target)/\(name)")
                }
            }
            #expect(try copy.names.contains("file.bin.part"))
            try await copy.run(ScriptedTransport { request, _ in served.answer(request) })
            #expect(try copy.bytes == served.bytes, "seed \(seed), turn \(turn)")
            #expect(try copy.names == ["file.bin"], "seed \(seed), turn \(turn)")
        }
    }

    @Test("a part that somebody edited, cut or grew is not continued, or only where it is still right")
    func edited() async throws {
        let served = ServedFile(10_000)
        for change in 0..<5 {
            let fixture = try DownloadFixture()
            _ = try await fixture.error(
                ScriptedTransport { request, number in
                    number == 0 ? served.answer(request, cut: 6000) : .broken()
                })
            var part = try fixture.folder.bytes(of: "file.bin.part")
            switch change {
            case 0: part[17] ^= 1
            case 1: part.removeLast()
            case 2: part += [1, 2, 3]
            case 3: part = []
            default: try fixture.folder.write(Array("{}".utf8), to: "file.bin.part.json")
            }
            try fixture.folder.write(part, to: "file.bin.part")
            let transport = ScriptedTransport { request, _ in served.answer(request) }
            try await fixture.run(transport)
            #expect(transport.ranges == [change == 2 ? "bytes=6000-" : nil])
            #expect(try fixture.bytes == served.bytes)
        }
    }

    @Test("a part of another address is not continued")
    func otherAddress() async throws {
        var fixture = try DownloadFixture()
        let served = ServedFile(10_000)
        _ = try await fixture.error(
            ScriptedTransport { request, number in number == 0 ? served.answer(request, cut: 6000) : .broken()
            })
        fixture.source.address = try #require(WebAddress("https://files.example/other"))
        let transport = ScriptedTransport { request, _ in served.answer(request) }
        try await fixture.run(transport)
        #expect(transport.ranges == [nil])
    }
}
