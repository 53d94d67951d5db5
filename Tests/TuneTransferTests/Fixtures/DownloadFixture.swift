import TestSupport
import Testing
import TuneBytes

@testable import TuneTransfer

/// A download into a folder of its own, as a test wants it.
struct DownloadFixture {
    let folder: TemporaryFolder
    var source: ScriptedSource
    var target: String
    var policy = TransferPolicy()
    var follower: (any DownloadFollower)?
    var freeSpace: (@Sendable (String) -> Int?)?
    let clock = TestClock()
    let notes = NoteList()

    init(_ address: String = "https://files.example/a/file.bin?sig=SECRET") throws {
        folder = try TemporaryFolder()
        source = ScriptedSource(address: try #require(WebAddress(address)))
        target = folder.path("file.bin")
    }

    var download: Download {
        var download = Download(of: source, to: target)
        download.policy = policy
        download.follower = follower
        if let freeSpace { download.freeSpace = freeSpace }
        return download
    }

    var bytes: [UInt8] { get throws { try folder.bytes(of: "file.bin") } }
    var names: [String] { get throws { try folder.names } }

    @discardableResult
    func run(_ transport: some Transport) async throws -> Download.Received {
        let notes = notes
        return try await download.run(over: transport, clock: clock.clock) { notes.add($0) }
    }

    /// The error of a download that must fail.
    func error(_ transport: some Transport) async throws -> TransferError {
        do {
            _ = try await run(transport)
        } catch let error as TransferError {
            return error
        }
        Issue.record("the download did not fail")
        throw Missing()
    }

    struct Missing: Error {}
}
