import Crypto
import Foundation
import TestSupport
import Testing
import TuneBytes

@testable import TuneTransfer

@Suite("Reading behind a download")
struct FollowerTests {
    private static func bytes(of file: GrowingFile) async -> (bytes: [UInt8], readers: Int, error: ByteError?)
    {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var (bytes, readers) = ([UInt8](), 0)
                while true {
                    let reader = file.reader()
                    readers += 1
                    bytes = []
                    do throws(ByteError) {
                        while try reader.read(700, into: &bytes) > 0 {}
                        return continuation.resume(returning: (bytes, readers, nil))
                    } catch {
                        if reader.isOutdated { continue }
                        return continuation.resume(returning: (bytes, readers, error))
                    }
                }
            }
        }
    }

    @Test("a reader gets the bytes as they come, with those of an earlier run, over broken connections")
    func follows() async throws {
        var setting = try Setting()
        let served = Served(200_000)
        _ = try await setting.error(
            Stage { request, number in number == 0 ? served.answer(request, cut: 60_000) : .broken() })
        let file = GrowingFile(path: setting.download.target + ".part")
        setting.download.follower = file
        async let read = Self.bytes(of: file)
        try await setting.run(Stage { request, _ in served.answer(request, cut: 30_000) })
        let (bytes, readers, error) = await read
        #expect(readers == 1)
        let isSame = bytes == served.bytes
        #expect(isSame)
        #expect(error == nil)
    }

    @Test("when the file begins anew so does the reader, and gets one version")
    func restarts() async throws {
        for _ in 0..<20 {
            var setting = try Setting()
            let first = Served(50_000)
            var other = Served(40_000, seed: 2)
            other.tag = "\"two\""
            let second = other
            let file = GrowingFile(path: setting.download.target + ".part")
            setting.download.follower = file
            async let read = Self.bytes(of: file)
            try await setting.run(
                Stage { request, number in
                    number == 0 ? first.answer(request, cut: 45_000) : second.answer(request)
                })
            let (bytes, readers, error) = await read
            let isSame = bytes == second.bytes
            #expect(isSame)
            #expect(readers <= 2)
            #expect(error == nil)
        }
    }

    @Test("a download that fails ends the reading, with its reason")
    func fails() async throws {
        var setting = try Setting()
        let served = Served(50_000)
        let file = GrowingFile(path: setting.download.target + ".part")
        setting.download.follower = file
        async let read = Self.bytes(of: file)
        let error = try await setting.error(
            Stage { request, number in number == 0 ? served.answer(request, cut: 30_000) : Answer(status: 404)
            })
        let (bytes, _, failure) = await read
        let isSame = bytes == Array(served.bytes.prefix(30_000))
        #expect(isSame)
        #expect(failure == .failed(operation: .read, path: file.path, reason: error.message))
    }

    @Test("a download that never begins ends the reading too")
    func neverBegins() async throws {
        var setting = try Setting()
        let file = GrowingFile(path: setting.download.target + ".part")
        setting.download.follower = file
        let lock = try FileLock(path: setting.download.target + ".lock")
        async let read = Self.bytes(of: file)
        let error = try await setting.error(Stage { _, _ in Answer() })
        #expect(await read.error == .failed(operation: .read, path: file.path, reason: error.message))
        #expect(lock.isHeld)
    }

    @Test("bytes with a wrong checksum have no end for the reader")
    func wrongChecksum() async throws {
        var setting = try Setting()
        let served = Served(5000)
        setting.download.checksum = { _ in .sha256(String(repeating: "0", count: 64)) }
        let file = GrowingFile(path: setting.download.target + ".part")
        setting.download.follower = file
        async let read = Self.bytes(of: file)
        _ = try await setting.error(Stage { request, _ in served.answer(request) })
        #expect(await read.error != nil)
    }
}
