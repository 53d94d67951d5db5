import Foundation
import TestSupport
import Testing
import TuneBytes

@Suite("A file that grows over several runs")
struct PartFileTests {
    @Test("what is appended is there for the next run, and can be cut, read and named")
    func growth() throws {
        let folder = try TemporaryFolder()
        let first = try PartFile(path: folder.path("x.part"))
        try first.append([1, 2, 3])
        try first.append([4, 5])
        let file = try PartFile(path: folder.path("x.part"))
        #expect(file.size == 5)
        try file.cut(to: 4)
        try file.cut(to: 9)
        try file.append([6])
        #expect(try file.bytes(at: 2, 100) == [3, 4, 6])
        #expect(try file.bytes(at: 5, 100) == [])
        try folder.write([9], to: "x")
        try file.publish(as: folder.path("x"))
        #expect(try folder.names == ["x"])
        #expect(try folder.bytes(of: "x") == [1, 2, 3, 4, 6])
    }

    @Test("links and folders are refused")
    func notAFile() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: "other")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("x"), withDestinationPath: folder.path("other"))
        #expect(throws: ByteError.self) { try PartFile(path: folder.path("x")) }
        #expect(throws: ByteError.isDirectory(path: folder.path)) { try PartFile(path: folder.path) }
        let lost = folder.path("none/x")
        #expect(throws: ByteError.noFolder(path: lost)) { try PartFile(path: lost) }
    }

    @Test("a regular file is told from a folder and from nothing, and there is some room")
    func facts() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: "x")
        #expect(FileStatus.isFile(folder.path("x")))
        #expect(!FileStatus.isFile(folder.path))
        #expect(!FileStatus.isFile(folder.path("y")))
        #expect((FileStatus.freeSpace(beside: folder.path("x")) ?? 0) > 0)
        #expect(FileStatus.freeSpace(beside: folder.path("none/x")) == nil)
        #expect(FolderListing.names(in: folder.path) == ["x"])
    }
}
