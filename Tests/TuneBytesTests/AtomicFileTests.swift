import Foundation
import TestSupport
import Testing

@testable import TuneBytes

@Suite("Writing a file that appears when it is whole")
struct AtomicFileTests {
    @Test("nothing stands under the final name before the commit, all of it after")
    func appearance() throws {
        let folder = try TemporaryFolder()
        let file = try AtomicFile(path: folder.path("out.jsonl"))
        try file.write(Array("one\n".utf8))
        try file.write([UInt8](repeating: 0x61, count: 600_000))
        #expect(try !folder.names.contains("out.jsonl"))
        try file.commit()
        #expect(try folder.names == ["out.jsonl"])
        #expect(try folder.bytes(of: "out.jsonl").count == 600_004)
        #expect(file.size == 600_004)
        #expect(file.isRegular)
    }

    #if os(Linux)
        @Test("while it is written a file has no name at all")
        func namelessness() throws {
            let folder = try TemporaryFolder()
            let file = try AtomicFile(path: folder.path("out.jsonl"))
            try file.write([UInt8](repeating: 0x61, count: 600_000))
            #expect(try folder.names.isEmpty)
            try file.commit()
        }
    #endif

    @Test("a file released without commit leaves nothing behind")
    func release() throws {
        let folder = try TemporaryFolder()
        do {
            let file = try AtomicFile(path: folder.path("out.jsonl"))
            try file.write([UInt8](repeating: 0x61, count: 600_000))
        }
        #expect(try folder.names.isEmpty)
    }

    @Test(
        "a file that is replaced stays whole until the commit and passes on its mode",
        arguments: [0o600, 0o666, 0o755])
    func replacement(mode: Int) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array("old".utf8), to: "out.jsonl")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        let file = try AtomicFile(path: path)
        try file.write(Array("new".utf8))
        #expect(try folder.bytes(of: "out.jsonl") == Array("old".utf8))
        try file.commit()
        #expect(try folder.bytes(of: "out.jsonl") == Array("new".utf8))
        #expect(try permissions(of: path) == mode)
        #expect(try folder.names == ["out.jsonl"])
    }

    @Test("a replacement that is given up leaves the old file")
    func abandonedReplacement() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array("old".utf8), to: "out.jsonl")
        do { try AtomicFile(path: path).write(Array("new".utf8)) }
        #expect(try folder.bytes(of: "out.jsonl") == Array("old".utf8))
        #expect(try folder.names == ["out.jsonl"])
    }

    @Test("a link stays a link and its target is replaced")
    func link() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path("real"), withIntermediateDirectories: false)
        try folder.write(Array("old".utf8), to: "real/data.jsonl")
        let link = folder.path("link.jsonl")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real/data.jsonl")
        let file = try AtomicFile(path: link)
        try file.write(Array("new".utf8))
        try file.commit()
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real/data.jsonl")
        #expect(try folder.bytes(of: "real/data.jsonl") == Array("new".utf8))
        #expect(try folder.names == ["link.jsonl", "real"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("real")) == ["data.jsonl"])
    }

    @Test("two files can be written in one folder at the same time")
    func twoAtOnce() throws {
        let folder = try TemporaryFolder()
        let one = try AtomicFile(path: folder.path("one"))
        let two = try AtomicFile(path: folder.path("two"))
        try one.write([1])
        try two.write([2])
        try two.commit()
        try one.commit()
        #expect(try folder.bytes(of: "one") == [1])
        #expect(try folder.bytes(of: "two") == [2])
    }

    @Test("a folder is refused")
    func folder() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ByteError.isDirectory(path: folder.path)) { try AtomicFile(path: folder.path) }
    }

    @Test("a missing folder is refused at once")
    func missingFolder() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("absent/out.jsonl")
        #expect(throws: ByteError.noFolder(path: path)) { try AtomicFile(path: path) }
    }

    @Test("a full device is an error", .enabled(if: Device.exists("/dev/full"), "needs /dev/full"))
    func fullDevice() throws {
        let full = ByteError.failed(
            operation: .write, path: "/dev/full", reason: "no space left on the device")
        let file = try AtomicFile(path: "/dev/full")
        #expect(!file.isRegular)
        try file.write([1])
        #expect(throws: full) { try file.commit() }
        let large = try AtomicFile(path: "/dev/full")
        #expect(throws: full) { try large.write([UInt8](repeating: 1, count: 1 << 20)) }
    }

    @Test("a device is written directly", .enabled(if: Device.exists("/dev/null"), "needs /dev/null"))
    func device() throws {
        let file = try AtomicFile(path: "/dev/null")
        try file.write([1, 2, 3])
        try file.commit()
        #expect(file.size == 3)
        #expect(Device.exists("/dev/null"))
    }

    @Test("an empty file can be written")
    func empty() throws {
        let folder = try TemporaryFolder()
        try AtomicFile(path: folder.path("out")).commit()
        #expect(try folder.bytes(of: "out").isEmpty)
    }

    private func permissions(of path: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
}
