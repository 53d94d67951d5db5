import Foundation
import TestSupport
import Testing
import TuneBytes

@Suite("One process at a time")
struct FileLockTests {
    private func refusal(_ path: String) -> FileLock.Refusal? {
        do throws(FileLock.Refusal) {
            _ = try FileLock(path: path)
            return nil
        } catch {
            return error
        }
    }

    @Test("a lock that is held names its owner, and one that was given up can be taken")
    func heldAndReleased() throws {
        let folder = try TemporaryFolder()
        var lock: FileLock? = try FileLock(path: folder.path("x.lock"))
        #expect(lock?.isHeld == true)
        guard case .held(let owner?) = refusal(folder.path("x.lock")) else {
            Issue.record("it was given twice")
            return
        }
        #expect(owner.process == Int(ProcessInfo.processInfo.processIdentifier))
        lock = nil
        #expect(try folder.names.isEmpty)
        #expect(refusal(folder.path("x.lock")) == nil)
    }

    @Test("a dead owner's lock is taken over, another machine's and a living process's are not")
    func owners() throws {
        let folder = try TemporaryFolder()
        let machine = ProcessInfo.processInfo.hostName
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["true"]
        try process.run()
        process.waitUntilExit()
        let dead = process.processIdentifier
        var lock: FileLock? = try FileLock(path: folder.path("x.lock"))
        let name = String(decoding: try folder.bytes(of: "x.lock"), as: UTF8.self).split(separator: " ")[1]
        lock = nil
        #expect(lock == nil && !machine.isEmpty)
        try folder.write(Array("\(dead) \(name)".utf8), to: "x.lock")
        #expect(refusal(folder.path("x.lock")) == nil)
        try folder.write(Array("\(dead) elsewhere\n".utf8), to: "x.lock")
        #expect(refusal(folder.path("x.lock")) == .held(by: .init(process: Int(dead), machine: "elsewhere")))
        try folder.write(Array("1 \(name)".utf8), to: "x.lock")
        #expect(
            refusal(folder.path("x.lock")) == .held(by: .init(process: 1, machine: String(name.dropLast()))))
    }

    @Test("a lock whose file somebody replaced is not held any more, and not removed")
    func replaced() throws {
        let folder = try TemporaryFolder()
        var lock: FileLock? = try FileLock(path: folder.path("x.lock"))
        try FileManager.default.removeItem(atPath: folder.path("x.lock"))
        try folder.write([1], to: "x.lock")
        #expect(lock?.isHeld == false)
        lock = nil
        #expect(try folder.names == ["x.lock"])
    }

    @Test("without a folder there is no lock")
    func noFolder() throws {
        let path = try TemporaryFolder().path("none/x.lock")
        #expect(refusal(path) == .failed(.noFolder(path: path)))
    }
}
