import Foundation
import TestSupport
import Testing
import TuneBytes

@testable import TuneTransfer

@Suite("Reading behind a download")
struct FollowerTests {
    /// What a reader got.
    struct Reading: Sendable {
        var bytes: [UInt8]
        var readers: Int
        var error: ByteError?
    }

    /// Waits until a file was read to its end, and gives it its name.
    private struct Reader: DownloadFollower {
        let file: GrowingFile?
        let reading: Task<Reading, Never>

        init(of file: GrowingFile) {
            self.file = file
            reading = Task { await FollowerTests.bytes(of: file) }
        }

        func fate(of received: Download.Received) async -> Download.Fate {
            _ = await reading.value
            return .named
        }
    }

    private static func bytes(of file: GrowingFile) async -> Reading {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var (bytes, readers) = ([UInt8](), 0)
                while true {
                    let reader = file.reader()
                    readers += 1
                    bytes = []
                    do throws(ByteError) {
                        while try reader.read(700, into: &bytes) > 0 {}
                        return continuation.resume(
                            returning: Reading(bytes: bytes, readers: readers, error: nil))
                    } catch {
                        if reader.isOutdated { continue }
                        return continuation.resume(
                            returning: Reading(bytes: bytes, readers: readers, error: error))
                    }
                }
            }
        }
    }

    @Test("a reader gets the bytes as they come, with those of an earlier run, over broken connections")
    func follows() async throws {
        var fixture = try DownloadFixture()
        let served = ServedFile(200_000)
        _ = try await fixture.error(
            ScriptedTransport { request, number in
                number == 0 ? served.answer(request, cut: 60_000) : .broken()
            })
        let file = GrowingFile(path: fixture.target + ".part")
        let reader = Reader(of: file)
        fixture.follower = reader
        try await fixture.run(ScriptedTransport { request, _ in served.answer(request, cut: 30_000) })
        let reading = await reader.reading.value
        #expect(reading.readers == 1)
        let isSame = reading.bytes == served.bytes
        #expect(isSame)
        #expect(reading.error == nil)
    }

    @Test("when the file begins anew so does the reader, and gets one version")
    func restarts() async throws {
        for _ in 0..<20 {
            var fixture = try DownloadFixture()
            let first = ServedFile(50_000)
            var other = ServedFile(40_000, seed: 2)
            other.tag = "\"two\""
            let second = other
            let file = GrowingFile(path: fixture.target + ".part")
            let reader = Reader(of: file)
            fixture.follower = reader
            try await fixture.run(
                ScriptedTransport { request, number in
                    number == 0 ? first.answer(request, cut: 45_000) : second.answer(request)
                })
            let reading = await reader.reading.value
            let isSame = reading.bytes == second.bytes
            #expect(isSame)
            #expect(reading.readers <= 2)
            #expect(reading.error == nil)
        }
    }

    @Test("a download that fails ends the reading, with its reason")
    func fails() async throws {
        var fixture = try DownloadFixture()
        let served = ServedFile(50_000)
        let file = GrowingFile(path: fixture.target + ".part")
        let reader = Reader(of: file)
        fixture.follower = reader
        let error = try await fixture.error(
            ScriptedTransport { request, number in
                number == 0 ? served.answer(request, cut: 30_000) : ScriptedAnswer(status: 404)
            })
        let reading = await reader.reading.value
        let isSame = reading.bytes == Array(served.bytes.prefix(30_000))
        #expect(isSame)
        #expect(reading.error == .failed(operation: .read, path: file.path, reason: error.message))
    }

    @Test("a download that never begins ends the reading too")
    func neverBegins() async throws {
        var fixture = try DownloadFixture()
        let file = GrowingFile(path: fixture.target + ".part")
        let reader = Reader(of: file)
        fixture.follower = reader
        let lock = try FileLock(path: fixture.target + ".lock")
        let error = try await fixture.error(ScriptedTransport { _, _ in ScriptedAnswer() })
        #expect(
            await reader.reading.value.error
                == .failed(operation: .read, path: file.path, reason: error.message))
        #expect(lock.isHeld)
    }

    @Test("bytes with a wrong checksum have no end for the reader")
    func wrongChecksum() async throws {
        var fixture = try DownloadFixture()
        let served = ServedFile(5000)
        fixture.source.checksum = .sha256(String(repeating: "0", count: 64))
        let file = GrowingFile(path: fixture.target + ".part")
        let reader = Reader(of: file)
        fixture.follower = reader
        _ = try await fixture.error(ScriptedTransport { request, _ in served.answer(request) })
        #expect(await reader.reading.value.error != nil)
    }
}
