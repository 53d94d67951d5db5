import Crypto
import Foundation
import Synchronization
import TestSupport
import Testing
import TuneBytes
import TuneText

@testable import TuneTransfer

@Suite("Downloading a file")
struct DownloadTests {
    @Test("the file is whole, its hash is told, and nothing else is left")
    func whole() async throws {
        let (setting, served) = (try Setting(), Served(10_000))
        let received = try await setting.run(Stage { request, _ in served.answer(request) })
        #expect(try setting.bytes == served.bytes)
        #expect(try setting.names == ["file.bin"])
        #expect(received.size == 10_000)
        #expect(received.sha256 == Hexadecimal.text(of: SHA256.hash(data: served.bytes)))
    }

    @Test("a dropped body is continued with If-Range, and asked for as it is")
    func dropped() async throws {
        let (setting, served) = (try Setting(), Served(10_000))
        let stage = Stage { request, number in served.answer(request, cut: number == 0 ? 4000 : nil) }
        try await setting.run(stage)
        #expect(try setting.bytes == served.bytes)
        #expect(stage.ranges == [nil, "bytes=4000-"])
        let last = stage.requests.withLock { $0[1] }
        #expect(last.headers["If-Range"] == "\"one\"")
        #expect(last.headers["Accept-Encoding"] == "identity")
    }

    @Test("a body that ends early without an error is no success")
    func short() async throws {
        let (setting, served) = (try Setting(), Served(10_000))
        let stage = Stage { request, number in
            var answer = served.answer(request, cut: number == 0 ? 4000 : nil)
            answer.pieces.removeAll { $0 == nil }
            return answer
        }
        try await setting.run(stage)
        #expect(try setting.bytes == served.bytes)
        #expect(stage.count == 2)
    }

    @Test("a later run uses the bytes of an earlier one")
    func laterRun() async throws {
        let (setting, served) = (try Setting(), Served(10_000))
        let error = try await setting.error(
            Stage { request, number in number == 0 ? served.answer(request, cut: 6000) : .broken() })
        guard case .gaveUp(_, tries: 5, _) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(try setting.names == ["file.bin.part", "file.bin.part.json"])
        let stage = Stage { request, _ in served.answer(request) }
        try await setting.run(stage)
        #expect(stage.ranges == ["bytes=6000-"])
        #expect(try setting.bytes == served.bytes)
    }

    @Test("what is noted beside a part holds no query and no token")
    func canaries() async throws {
        var setting = try Setting()
        setting.download.token = Secret("hf_CANARY")
        let served = Served(10_000)
        let error = try await setting.error(
            Stage { request, number in number == 0 ? served.answer(request, cut: 6000) : .broken() })
        let note = String(decoding: try setting.folder.bytes(of: "file.bin.part.json"), as: UTF8.self)
        for text in [note, "\(error)", error.message, String(reflecting: error), error.help.joined()] {
            #expect(!text.contains("SECRET") && !text.contains("CANARY"), "\(text)")
        }
        #expect(note.contains("https://files.example/a/file.bin\""))
    }

    @Test("a server that ends at the same byte each time is named as such, and the part is kept")
    func endsEarly() async throws {
        let (setting, served) = (try Setting(), Served(10_000))
        let error = try await setting.error(
            Stage { request, _ in
                var answer = served.answer(request, cut: request.headers["Range"] == nil ? 4000 : 0)
                answer.pieces.removeAll { $0 == nil }
                return answer
            })
        #expect(error == .endsEarly(setting.download.source, announced: 10_000, sent: 4000))
        #expect(try setting.names.contains("file.bin.part"))
    }

    @Test("as long as bytes come, tries are not counted")
    func progress() async throws {
        let (setting, served) = (try Setting(), Served(20_000))
        let stage = Stage { request, _ in served.answer(request, cut: 500) }
        try await setting.run(stage)
        #expect(try setting.bytes == served.bytes)
        #expect(stage.count == 40)
    }

    @Test("a server that ignores ranges and drops at the same byte is not asked forever")
    func noProgress() async throws {
        let (setting, served) = (try Setting(), Served(20_000))
        let whole = TransportRequest(address: setting.download.source)
        let stage = Stage { _, _ in served.answer(whole, cut: 500) }
        guard case .gaveUp = try await setting.error(stage) else {
            Issue.record("it did not give up")
            return
        }
        #expect(stage.count == 5)
    }

    @Test("more bytes than announced, or than allowed, are not taken", arguments: [true, false])
    func tooLong(isAnnounced: Bool) async throws {
        var setting = try Setting()
        if !isAnnounced { setting.download.policy.mostBytes = 5000 }
        let error = try await setting.error(
            Stage { _, _ in
                Answer(
                    headers: isAnnounced ? ["Content-Length": "5000"] : [:],
                    pieces: Array(repeating: [UInt8](repeating: 7, count: 1000), count: 6))
            })
        #expect(error == .tooLong(setting.download.source, limit: 5000))
        #expect(try !setting.names.contains("file.bin"))
    }

    @Test(
        "an end that is only the end of the connection counts only with a checksum", arguments: [true, false])
    func uncertainEnd(isKnown: Bool) async throws {
        var setting = try Setting()
        let served = Served(3000)
        let checksum = Checksum.sha256(Hexadecimal.text(of: SHA256.hash(data: served.bytes)))
        if isKnown { setting.download.checksum = { _ in checksum } }
        let stage = Stage { _, _ in Answer(pieces: [served.bytes], endsWithConnection: true) }
        if isKnown {
            #expect(try await setting.run(stage).verified == checksum)
        } else {
            #expect(try await setting.error(stage) == .uncertainEnd(setting.download.source))
        }
    }

    @Test("a web page in place of the file is refused, and nothing is left of it")
    func page() async throws {
        for text in ["\u{FEFF} \n<!DOCTYPE HTML><p>log in", "<html>"] {
            let setting = try Setting()
            let error = try await setting.error(Stage { _, _ in Answer(pieces: [Array(text.utf8)]) })
            guard case .page = error else {
                Issue.record("\(error)")
                return
            }
            #expect(try setting.names.isEmpty)
        }
    }

    @Test("what was compressed on the way is refused")
    func compressed() async throws {
        let setting = try Setting()
        let stage = Stage { _, _ in Answer(headers: ["Content-Encoding": "gzip"], pieces: [[0x1F, 0x8B]]) }
        guard case .malformed = try await setting.error(stage) else {
            Issue.record("it was taken")
            return
        }
        #expect(try setting.names.isEmpty)
    }

    @Test("without room nothing is begun")
    func noRoom() async throws {
        var setting = try Setting()
        setting.download.freeSpace = { _ in 9999 }
        let served = Served(10_000)
        let error = try await setting.error(Stage { request, _ in served.answer(request) })
        #expect(error == .noRoom(path: setting.download.target, needed: 10_000, free: 9999))
        #expect(try setting.names.isEmpty)
    }

    @Test("an empty file is a file")
    func empty() async throws {
        let (setting, served) = (try Setting(), Served(0))
        #expect(try await setting.run(Stage { request, _ in served.answer(request) }).size == 0)
        #expect(try setting.bytes.isEmpty)
    }
}
