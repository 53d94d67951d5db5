import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import TuneBytes

@Suite("Reading a file while it is written")
struct GrowingFileTests {
    private let folder: TemporaryFolder
    private let part: PartFile
    private let file: GrowingFile

    init() throws {
        folder = try TemporaryFolder()
        part = try PartFile(path: folder.path("x.part"))
        file = GrowingFile(path: folder.path("x.part"))
    }

    private func add(_ bytes: [UInt8]) throws {
        try part.append(bytes)
        file.grew(to: part.size)
    }

    private static func all(_ reader: GrowingFile.Reader, by count: Int = 1000) -> Result<[UInt8], ByteError>
    {
        var bytes: [UInt8] = []
        do throws(ByteError) {
            while try reader.read(count, into: &bytes) > 0 {}
        } catch {
            return .failure(error)
        }
        return .success(bytes)
    }

    /// What `reader` reads to its end on a thread of its own.
    private func reading(_ reader: sending GrowingFile.Reader) -> Task<Result<[UInt8], ByteError>, Never> {
        let box = Mutex(Optional(reader))
        return Task {
            await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    let reader = box.withLock { $0.take() }
                    continuation.resume(
                        returning: reader.map { Self.all($0) } ?? .failure(.closedPipe))
                }
            }
        }
    }

    @Test("a reader gets every byte, whenever it comes, and then the end")
    func follows() async throws {
        var (generator, seed) = SeededGenerator.fresh()
        let bytes = generator.bytes(50_000)
        let read = reading(file.reader())
        var position = 0
        while position < bytes.count {
            let next = min(bytes.count, position + Int.random(in: 1...3000, using: &generator))
            try add(Array(bytes[position..<next]))
            position = next
            if Bool.random(using: &generator) { await Task.yield() }
        }
        file.isWhole(at: file.path)
        #expect(try await read.value.get() == bytes, "seed \(seed)")
    }

    @Test("nothing is read beyond what was said to be there")
    func notBeyond() throws {
        try part.append([1, 2, 3, 4])
        file.grew(to: 3)
        var bytes: [UInt8] = [9]
        #expect(try file.reader().read(10, into: &bytes) == 3)
        #expect(bytes == [9, 1, 2, 3])
    }

    @Test("a reader waits, and is woken by a byte, by the end, by a failure, by a new beginning")
    func woken() async throws {
        for change in 0..<4 {
            let file = GrowingFile(path: file.path)
            let isDone = Mutex(false)
            let box = Mutex(Optional(file.reader()))
            let read = Task {
                await withCheckedContinuation { continuation in
                    Thread.detachNewThread {
                        var bytes: [UInt8] = []
                        let reader = box.withLock { $0.take() }
                        let result = Result<Int?, any Error> { try reader?.read(5, into: &bytes) }
                        isDone.withLock { $0 = true }
                        continuation.resume(returning: result)
                    }
                }
            }
            try await Task.sleep(for: .milliseconds(30))
            #expect(!isDone.withLock { $0 })
            switch change {
            case 0:
                try part.append([1, 2])
                file.grew(to: 2)
                #expect(try await read.value.get() == 2)
            case 1:
                file.isWhole(at: file.path)
                #expect(try await read.value.get() == 0)
            case 2:
                file.failed("the connection broke")
                let error = ByteError.failed(
                    operation: .read, path: file.path, reason: "the connection broke")
                await #expect(throws: error) { try await read.value.get() }
            default:
                file.beginsAnew()
                let error = ByteError.failed(operation: .read, path: file.path, reason: "it is written anew")
                await #expect(throws: error) { try await read.value.get() }
            }
        }
    }

    @Test("who read what was thrown away fails, and is outdated; a new reader gets the new bytes")
    func outdated() throws {
        try add([1, 2, 3])
        let reader = file.reader()
        var bytes: [UInt8] = []
        #expect(try reader.read(2, into: &bytes) == 2)
        #expect(!reader.isOutdated)
        file.beginsAnew()
        try part.cut(to: 0)
        try add([7, 8, 9, 10])
        file.isWhole(at: file.path)
        #expect(throws: ByteError.self) { try reader.read(2, into: &bytes) }
        #expect(bytes == [1, 2])
        #expect(reader.isOutdated)
        #expect(try Self.all(file.reader()).get() == [7, 8, 9, 10])
    }

    @Test("the file may get its final name before, while and after it is read", arguments: [0, 1, 2])
    func renamed(moment: Int) async throws {
        try add([1, 2, 3])
        let reader = file.reader()
        var bytes: [UInt8] = []
        if moment == 1 { #expect(try reader.read(1, into: &bytes) == 1) }
        try part.publish(as: folder.path("x"))
        if moment == 2 {
            let (file, final) = (file, folder.path("x"))
            Thread.detachNewThread {
                Thread.sleep(forTimeInterval: 0.03)
                file.isWhole(at: final)
            }
        } else {
            file.isWhole(at: folder.path("x"))
        }
        #expect(try bytes + Self.all(reader).get() == [1, 2, 3])
    }

    @Test("a file that is whole stays whole, and one that failed stays so")
    func final() throws {
        try add([1])
        file.isWhole(at: file.path)
        file.failed("too late")
        #expect(try Self.all(file.reader()).get() == [1])
        let other = GrowingFile(path: file.path)
        other.failed("early")
        other.isWhole(at: file.path)
        #expect(throws: ByteError.self) { try Self.all(other.reader()).get() }
    }
}
