import TestSupport
import Testing

@testable import TuneBytes

@Suite("Reading a file")
struct FileInputTests {
    @Test("a name that does not exist is an error of its own")
    func notFound() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("absent.csv")
        #expect(throws: ByteError.notFound(path: path)) { try FileInput(path: path) }
    }

    @Test("a folder is an error of its own")
    func isFolder() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ByteError.isDirectory(path: folder.path)) { try FileInput(path: folder.path) }
    }

    @Test("a file used as a folder is named as such")
    func throughFile() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([1], to: "a.csv") + "/b.csv"
        let reason = "a part of the path is not a folder"
        #expect(throws: ByteError.failed(operation: .open, path: path, reason: reason)) {
            try FileInput(path: path)
        }
    }

    @Test("standard input goes by the name of a dash")
    func standardInput() throws {
        #expect(FileInput.standardInputName == "-")
        #expect(try FileInput(path: "-").path == "-")
    }

    @Test("a file is read from front to back in reads of any size", arguments: [1, 7, 1 << 20])
    func contents(readSize: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let input = try FileInput(path: try folder.write(bytes, to: "a.bin"))
        #expect(input.size == 1000)
        #expect(input.position == 0)
        let reading = Reading(input, readSize: readSize)
        #expect(reading.error == nil)
        #expect(reading.bytes == bytes)
        #expect(input.position == 1000)
    }

    @Test("an empty file has a size and no bytes")
    func empty() throws {
        let folder = try TemporaryFolder()
        let input = try FileInput(path: try folder.write([], to: "a.bin"))
        #expect(input.size == 0)
        #expect(Reading(input).bytes.isEmpty)
    }

    @Test("a device has no size", .enabled(if: Device.exists("/dev/zero"), "needs /dev/zero"))
    func device() throws {
        let input = try FileInput(path: "/dev/zero")
        #expect(input.size == nil)
        var bytes: [UInt8] = [9]
        #expect(try input.read(10, into: &bytes) == 10)
        #expect(bytes == [9] + [UInt8](repeating: 0, count: 10))
    }
}
