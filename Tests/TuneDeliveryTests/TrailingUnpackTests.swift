import Foundation
import Synchronization
import TestSupport
import Testing
import TuneBytes
import TuneFindings
import TuneServices
import TuneTransfer

@testable import TuneArchives
@testable import TuneDelivery
@testable import TuneModels
@testable import TunePipeline

/// A model that is unpacked while it comes.
@Suite("a model is unpacked while it is downloaded")
struct TrailingUnpackTests {
    private let folder: TemporaryFolder
    private let adapter = SmallAdapter()

    init() throws {
        folder = try TemporaryFolder()
    }

    private func options(_ change: (inout UnpackOptions) -> Void = { _ in }) -> UnpackOptions {
        var options = UnpackOptions(into: folder.path("m"))
        change(&options)
        return options
    }

    @discardableResult
    private func fetch(
        _ store: ModelStoreStub, keepsArchive: Bool = true, isForced: Bool = false,
        _ change: (inout UnpackOptions) -> Void = { _ in }
    ) async throws -> ModelDownloadResult {
        try await store.run(isForced: isForced).model(
            "j-1", to: folder.path("m.tar.gz"), unpacking: options(change), keepsArchive: keepsArchive)
    }

    private func runError(
        _ store: ModelStoreStub, keepsArchive: Bool = true,
        _ change: (inout UnpackOptions) -> Void = { _ in }
    ) async throws -> RunError {
        do {
            try await fetch(store, keepsArchive: keepsArchive, change)
        } catch let error as RunError {
            return error
        }
        Issue.record("nothing was refused")
        throw CancellationError()
    }

    /// Whether the folder holds these files, and no others.
    private func holds(_ adapter: SmallAdapter) throws -> Bool {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("m")).sorted()
        return try names == adapter.files.map(\.name)
            && adapter.files.allSatisfy { try folder.bytes(of: "m/" + $0.name) == $0.bytes }
    }

    @Test("the folder and the archive are there, and nothing else", arguments: [true, false])
    func whole(keepsArchive: Bool) async throws {
        let archive = adapter.tar.gzipped
        let fetched = try await fetch(ModelStoreStub(archive), keepsArchive: keepsArchive)
        #expect(fetched.unpacked.isPublished)
        #expect(try folder.names == (keepsArchive ? ["m", "m.tar.gz"] : ["m"]))
        #expect(try holds(adapter))
        if keepsArchive {
            let isSame = try folder.bytes(of: "m.tar.gz") == archive
            #expect(isSame)
        }
    }

    @Test("a connection that breaks again and again is one archive")
    func cut() async throws {
        let version = ModelStoreStub.Version(bytes: adapter.tar.gzipped, tag: "\"one\"")
        let store = ModelStoreStub { .init(version: version, cut: $0 < 5 ? 30_000 : nil) }
        try await fetch(store)
        #expect(try holds(adapter))
        #expect(store.sent == version.bytes.count)
    }

    @Test("an archive that changes on the server is unpacked anew, and is one version")
    func changed() async throws {
        let other = SmallAdapter(300_000, seed: 2)
        let first = ModelStoreStub.Version(bytes: adapter.tar.gzipped, tag: "\"one\"")
        let second = ModelStoreStub.Version(bytes: other.tar.gzipped, tag: "\"two\"")
        for turn in 0..<10 {
            let store = ModelStoreStub(pause: .microseconds(turn * 50)) { number in
                number == 0 ? .init(version: first, cut: 200_000) : .init(version: second)
            }
            try await fetch(store, isForced: true) { $0.isReplacing = true }
            #expect(try holds(other))
        }
    }

    @Test(
        "an archive that is refused stops the download and leaves nothing",
        arguments: ["link", "flip", "text"])
    func refused(fault: String) async throws {
        let large = SmallAdapter(4_000_000)
        var tar = Tar()
        tar.add("first.bin", SmallAdapter(100_000).files[2].bytes)
        if fault == "link" { tar.add("model", kind: "2", link: "/etc") }
        for file in large.files { tar.add(file.name, file.bytes) }
        var archive = tar.gzipped
        if fault == "flip" {
            archive.replaceSubrange(50_000..<50_400, with: [UInt8](repeating: 0xFF, count: 400))
        }
        if fault == "text" { archive = Tar.gzip(Array("no tar".utf8) + large.files[2].bytes) }
        let store = ModelStoreStub(archive, pause: .milliseconds(2))
        let error = try await runError(store)
        #expect(store.sent < archive.count / 2, "\(store.sent) of \(archive.count)")
        #expect(try folder.names.isEmpty)
        #expect(error.help.contains { $0.contains("the download was stopped after") }, "\(error)")
        if fault == "link" { #expect(error.message.contains("is a symbolic link")) }
    }

    @Test("what is wrong at the very end keeps the folder from its name", arguments: ["hidden", "short"])
    func wrongEnd(fault: String) async throws {
        let text = adapter.tar.ended
        let archive =
            fault == "hidden"
            ? Tar.gzip(text + Tar.of(["more": [1]]).ended) : Array(Tar.gzip(text).dropLast(4))
        let error = try await runError(ModelStoreStub(archive))
        // What is whole and only not to be unpacked can be looked at; what is damaged is of no use.
        #expect(try folder.names == (fault == "hidden" ? ["m.tar.gz"] : []), "\(error)")
    }

    @Test("a model that is not its job's gets no name; once that is allowed nothing is downloaded again")
    func findings() async throws {
        let job = ModelStoreStub.job.replacing(#""r":2"#, with: #""r":16"#)
        let store = ModelStoreStub(adapter.tar.gzipped, job: job)
        let fetched = try await fetch(store, keepsArchive: false)
        #expect(!fetched.unpacked.isPublished && fetched.unpacked.verified?.fails(at: .error) == true)
        #expect(try folder.names == ["m.tar.gz.part", "m.tar.gz.part.json"])
        let sent = store.sent
        let again = try await fetch(store, keepsArchive: false) { $0.failsAt = nil }
        #expect(again.unpacked.isPublished && store.sent == sent)
        #expect(try folder.names == ["m"])
        try FileManager.default.removeItem(atPath: folder.path("m"))
        #expect(try await !fetch(store).unpacked.isPublished)
        #expect(try folder.names == ["m.tar.gz"])
    }

    @Test("a limit that is reached keeps what was received, for a run with another")
    func limits() async throws {
        let store = ModelStoreStub(adapter.tar.gzipped, pause: .microseconds(200))
        let error = try await runError(store) { $0.limits.entries = 2 }
        #expect(error.help.contains { $0.contains("are kept") })
        #expect(try folder.names.contains("m.tar.gz.part"))
        try await fetch(store)
        #expect(try holds(adapter))
        #expect(store.sent == adapter.tar.gzipped.count)
    }

    @Test("what is in the way is said before anything is asked")
    func inTheWay() async throws {
        let store = ModelStoreStub(adapter.tar.gzipped)
        try folder.write([1], to: "m.tar.gz")
        #expect(try await runError(store).help.contains { $0.contains("tuneprep unpack") })
        try FileManager.default.removeItem(atPath: folder.path("m.tar.gz"))
        try FileManager.default.createDirectory(atPath: folder.path("m"), withIntermediateDirectories: false)
        try folder.write([1], to: "m.tar.gz.part")
        let error = try await runError(store)
        #expect(error.message.hasSuffix("m` exists"))
        #expect(
            error.help.contains { $0.contains("m.tar.gz.part` is the archive of a run that was stopped") }
        )
        #expect(store.questions == 0 && store.sent == 0)
    }

    @Test("archive and folder have places of their own", arguments: ["m.tar.gz", "m.tar.gz.part", "m"])
    func places(_ into: String) async throws {
        let store = ModelStoreStub(adapter.tar.gzipped)
        let path = folder.path(into == "m" ? "m/m.tar.gz" : "m.tar.gz")
        if into == "m" {
            try FileManager.default.createDirectory(
                atPath: folder.path("m"), withIntermediateDirectories: false)
        }
        let options = options {
            $0.folder = folder.path(into)
            $0.isReplacing = true
        }
        let run = try await store.run(isForced: true)
        await #expect(throws: RunError.self) { try await run.model("j-1", to: path, unpacking: options) }
        #expect(store.questions == 0 && store.sent == 0)
    }

    @Test("stopped, it keeps the part and clears away the rest")
    func stopped() async throws {
        let archive = adapter.tar.gzipped
        let store = ModelStoreStub(archive, pause: .milliseconds(5))
        let run = try await store.run()
        let (path, options) = (folder.path("m.tar.gz"), options())
        let task = Task { try await run.model("j-1", to: path, unpacking: options) }
        while store.sent < archive.count / 4 { try await Task.sleep(for: .milliseconds(2)) }
        task.cancel()
        let result = await task.result
        #expect(throws: RunError.self) { try result.get() }
        #expect(try folder.names == ["m.tar.gz.part", "m.tar.gz.part.json"])
        try await fetch(store)
        #expect(try holds(adapter))
        #expect(store.sent < archive.count + 8000)
    }

    @Test("two runs to one place do not meet", arguments: ["m.tar.gz", "other.tar.gz"])
    func twice(_ name: String) async throws {
        let store = ModelStoreStub(adapter.tar.gzipped, pause: .milliseconds(1))
        let run = try await store.run()
        let (path, options) = (folder.path("m.tar.gz"), options())
        let task = Task { try await run.model("j-1", to: path, unpacking: options) }
        while store.sent < 20_000 { try await Task.sleep(for: .milliseconds(2)) }
        await #expect(throws: RunError.self) {
            try await run.model("j-1", to: folder.path(name), unpacking: options)
        }
        #expect(try await task.value.unpacked.isPublished)
        #expect(try holds(adapter))
    }

    @Test("archive and files must both find room")
    func room() async throws {
        let archive = adapter.tar.gzipped
        let store = ModelStoreStub(archive, pause: .milliseconds(1))
        for (free, isEnough) in [(archive.count * 3 / 2, false), (archive.count * 4, true)] {
            let source = try #require(WebAddress("https://store.example/m.tar.gz"))
            var trailing = TrailingUnpack(
                Download(source, to: folder.path("m.tar.gz")), options: options(), keepsArchive: true)
            trailing.freeSpace = { _ in free }
            do {
                _ = try await trailing.run(over: store, clock: .hasty) { _ in }
                #expect(isEnough)
            } catch {
                #expect(!isEnough && "\(error)".contains("at least"), "\(error)")
                #expect(store.sent < archive.count / 2)
            }
        }
    }
}
