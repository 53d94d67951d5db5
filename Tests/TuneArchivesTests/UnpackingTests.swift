import Foundation
import Synchronization
import TestSupport
import Testing
import TuneBytes

@testable import TuneArchives

@Suite("Unpacking into a folder")
struct UnpackingTests {
    private let folder: TemporaryFolder
    private let text = Array("hello\n".utf8)

    init() throws {
        folder = try TemporaryFolder()
    }

    private var target: String { folder.path("model") }

    private func unpack(
        _ archive: [UInt8], replacing: Bool = false, stoppingAt calls: Int? = nil, free: Int? = nil,
        accept: Bool = true
    ) -> ArchiveRefusal? {
        var unpacking = Unpacking(into: target)
        unpacking.isReplacing = replacing
        let asked = Atomic(0)
        unpacking.cancellation = Cancellation {
            let number = asked.add(1, ordering: .relaxed).newValue
            return calls.map { number > $0 } ?? false
        }
        if let free { unpacking.freeSpace = { _ in free } }
        do throws(ArchiveRefusal) {
            _ = try unpacking.run(MemoryInput(archive), name: "model.tar.gz") { _, _ in accept }
            return nil
        } catch {
            return error
        }
    }

    private func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test("files come out byte for byte, whatever their size, with modes of ours")
    func whole() throws {
        let large = (0..<(9 << 20) + 4_097).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 7) }
        var tar = Tar.of(["config.json": text, "a/b/large.bin": large, "a/empty": []])
        tar.add("a/c/", kind: "5")
        #expect(unpack(tar.gzipped) == nil)
        #expect(try folder.bytes(of: "model/config.json") == text)
        #expect(try folder.bytes(of: "model/a/b/large.bin") == large)
        #expect(try folder.bytes(of: "model/a/empty").isEmpty)
        for name in ["model", "model/a", "model/a/b", "model/a/c"] { #expect(try mode(name) == 0o755) }
        for name in ["model/config.json", "model/a/b/large.bin"] { #expect(try mode(name) == 0o644) }
        #expect(try folder.names == ["model"])
    }

    @Test("a refusal anywhere leaves nothing behind")
    func refusals() throws {
        var tar = Tar.of(["config.json": text])
        tar.add("../evil", text)
        #expect(unpack(tar.gzipped) != nil)
        #expect(unpack(Array(Tar.of(["a": text]).gzipped.dropLast())) != nil)
        #expect(unpack(Tar.of(["a": text, "b": text]).gzipped, free: 11) != nil)
        #expect(unpack(Tar().gzipped) == .nothingInside)
        #expect(try folder.names.isEmpty)
    }

    @Test("stopped at any moment it leaves nothing behind, and the next run works")
    func stops() throws {
        let archive = Tar.of(["a": text, "d/b": text, "c": []]).gzipped
        var calls = 0
        while let refusal = unpack(archive, stoppingAt: calls) {
            #expect(refusal == .interrupted)
            #expect(try folder.names.isEmpty)
            calls += 1
        }
        #expect(calls > 4)
        #expect(try folder.bytes(of: "model/d/b") == text)
    }

    @Test("what is there is not touched, and only a folder is replaced")
    func existing() throws {
        let archive = Tar.of(["new": text]).gzipped
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        try folder.write([1], to: "model/old")
        #expect(unpack(archive) == .exists(target))
        #expect(unpack(Array(archive.dropLast(9)), replacing: true) != nil)
        #expect(try folder.bytes(of: "model/old") == [1])
        #expect(unpack(archive, replacing: true) == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: target) == ["new"])
        try FileManager.default.removeItem(atPath: target)
        try folder.write([1], to: "model")
        #expect(unpack(archive, replacing: true) == .notAFolder(target))
        try FileManager.default.removeItem(atPath: target)
        try FileManager.default.createSymbolicLink(
            atPath: target, withDestinationPath: folder.path("elsewhere"))
        #expect(unpack(archive, replacing: true) == .notAFolder(target))
        #expect(try folder.names == ["model"])
    }

    @Test("names whose slashes carry marks do not lead out")
    func markedSlashes() throws {
        try FileManager.default.createDirectory(atPath: folder.path("box"), withIntermediateDirectories: true)
        var tar = Tar()
        tar.add(pax: "../\u{301}d\u{600}/../evil", text)
        var unpacking = Unpacking(into: folder.path("box/model"))
        unpacking.isReplacing = false
        #expect(throws: ArchiveRefusal.self) {
            try unpacking.run(MemoryInput(tar.gzipped), name: "model.tar.gz")
        }
        #expect(try folder.names == ["box"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("box")).isEmpty)
    }

    @Test("what was put under the name while a folder was to be replaced is not lost")
    func replacedMeanwhile() throws {
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        var unpacking = Unpacking(into: target)
        unpacking.isReplacing = true
        let path = target
        let archive = Tar.of(["new": text]).gzipped
        for putsBack in [true, false] {
            let refusal: ArchiveRefusal?
            do throws(ArchiveRefusal) {
                _ = try unpacking.run(MemoryInput(archive), name: "model.tar.gz") { _, _ in
                    try? FileManager.default.removeItem(atPath: path)
                    if putsBack { try? Data([7]).write(to: URL(filePath: path)) }
                    return true
                }
                refusal = nil
            } catch {
                refusal = error
            }
            #expect(refusal == (putsBack ? .exists(path) : nil))
            if putsBack {
                #expect(try folder.bytes(of: "model") == [7])
                #expect(try folder.names == ["model"])
                try FileManager.default.removeItem(atPath: path)
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            }
        }
        #expect(try folder.names == ["model"])
    }

    @Test("what an exchange that was killed put aside comes back")
    func asideComesBack() throws {
        try FileManager.default.createDirectory(
            atPath: folder.path(".model.unpacking.old"), withIntermediateDirectories: true)
        try folder.write([1], to: ".model.unpacking.old/old")
        #expect(unpack(Array(Tar.of(["new": text]).gzipped.dropLast())) != nil)
        #expect(try folder.bytes(of: "model/old") == [1])
        #expect(try folder.names == ["model"])
    }

    @Test("a name that leaves no room for those beside it is refused before anything is done")
    func longTarget() throws {
        let name = String(repeating: "n", count: 241)
        #expect(throws: ArchiveRefusal.longTarget(name)) { try Target("x/" + name) }
        #expect(try Target("x/" + name.dropLast(2)).parent == "x/")
    }

    @Test("a folder that is not accepted does not get its name")
    func unaccepted() throws {
        #expect(unpack(Tar.of(["a": text]).gzipped, accept: false) == nil)
        #expect(try folder.names.isEmpty)
    }

    @Test("what a killed run left is cleared away, links in it unfollowed")
    func leftovers() throws {
        try folder.write([7], to: "precious")
        let staging = folder.path(".model.unpacking")
        try FileManager.default.createDirectory(atPath: staging + "/d", withIntermediateDirectories: true)
        try folder.write([1], to: ".model.unpacking/d/x")
        try FileManager.default.createSymbolicLink(
            atPath: staging + "/link", withDestinationPath: folder.path("precious"))
        try FileManager.default.createSymbolicLink(atPath: staging + "/up", withDestinationPath: folder.path)
        #expect(unpack(Tar.of(["a": text]).gzipped) == nil)
        #expect(try folder.names == ["model", "precious"])
        #expect(try folder.bytes(of: "precious") == [7])
    }

    @Test("two runs at once: the second says who is at it")
    func twice() throws {
        let lock = try FileLock(path: folder.path(".model.unpacking.lock"))
        defer { withExtendedLifetime(lock) {} }
        guard case .inUse(let path, _, let owner) = unpack(Tar.of(["a": text]).gzipped) else {
            Issue.record("the second run was let in")
            return
        }
        #expect(path == target)
        #expect(owner?.process == Int(ProcessInfo.processInfo.processIdentifier))
    }

    @Test("names that cannot be a new folder's are refused", arguments: ["", ".", "..", "/", "a/..", "a/."])
    func badTargets(_ path: String) {
        do throws(ArchiveRefusal) {
            _ = try Target(path)
            Issue.record("\(path) passes")
        } catch {
            #expect(error == .badTarget(path))
        }
    }

    @Test("a folder that is not there, and one that may not be written, are said")
    func unwritable() throws {
        var unpacking = Unpacking(into: folder.path("none/model"))
        unpacking.isReplacing = false
        let archive = Tar.of(["a": text]).gzipped
        #expect(throws: ArchiveRefusal.self) {
            try unpacking.run(MemoryInput(archive), name: "model.tar.gz")
        }
        #expect(try folder.names.isEmpty)
    }
}
