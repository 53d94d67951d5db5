import Foundation
import Synchronization
import TestSupport
import Testing
import TuneBytes

@testable import TuneTransfer

@Suite("Downloading a file")
struct DownloadTests {
    @Test("the file is whole, its hash is told, and nothing else is left")
    func whole() async throws {
        let fixture = try DownloadFixture()
        let served = ServedFile(10_000)
        let received = try await fixture.run(ScriptedTransport { request, _ in served.answer(request) })
        #expect(try fixture.bytes == served.bytes)
        #expect(try fixture.names == ["file.bin"])
        #expect(received.size == 10_000)
        #expect(received.sha256 == SHA256(served.bytes).hexadecimal)
    }

    @Test("a dropped body is continued with If-Range, and asked for as it is")
    func dropped() async throws {
        let fixture = try DownloadFixture()
        let served = ServedFile(10_000)
        let transport = ScriptedTransport { request, number in
            served.answer(request, cut: number == 0 ? 4000 : nil)
        }
        try await fixture.run(transport)
        #expect(try fixture.bytes == served.bytes)
        #expect(transport.ranges == [nil, "bytes=4000-"])
        let last = transport.requests.withLock { $0[1] }
        #expect(last.headers["If-Range"] == "\"one\"")
        #expect(last.headers["Accept-Encoding"] == "identity")
    }

    @Test("a body that ends early without an error is no success")
    func short() async throws {
        let fixture = try DownloadFixture()
        let served = ServedFile(10_000)
        let transport = ScriptedTransport { request, number in
            var answer = served.answer(request, cut: number == 0 ? 4000 : nil)
            answer.pieces.removeAll { $0 == nil }
            return answer
        }
        try await fixture.run(transport)
        #expect(try fixture.bytes == served.bytes)
        #expect(transport.count == 2)
    }

    @Test("a later run uses the bytes of an earlier one")
    func laterRun() async throws {
        let fixture = try DownloadFixture()
        let served = ServedFile(10_000)
        let error = try await fixture.error(
            ScriptedTransport { request, number in number == 0 ? served.answer(request, cut: 6000) : .broken()
            })
        guard case .gaveUp(_, tries: 5, _) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(try fixture.names == ["file.bin.part", "file.bin.part.json"])
        let transport = ScriptedTransport { request, _ in served.answer(request) }
        try await fixture.run(transport)
        #expect(transport.ranges == ["bytes=6000-"])
        #expect(try fixture.bytes == served.bytes)
    }

    @Test("what is noted beside a part holds no query and no token")
    func canaries() async throws {
        var fixture = try DownloadFixture()
        fixture.source.token = Secret("hf_CANARY")
        let served = ServedFile(10_000)
        let error = try await fixture.error(
            ScriptedTransport { request, number in number == 0 ? served.answer(request, cut: 6000) : .broken()
            })
        let note = String(decoding: try fixture.folder.bytes(of: "file.bin.part.json"), as: UTF8.self)
        for text in [note, "\(error)", error.message, String(reflecting: error), error.help.joined()] {
            #expect(!text.contains("SECRET") && !text.contains("CANARY"), "\(text)")
        }
        #expect(note.contains("https://files.example/a/file.bin\""))
    }

    @Test("a server that ends at the same byte each time is named as such, and the part is kept")
    func endsEarly() async throws {
        let fixture = try DownloadFixture()
        let served = ServedFile(10_000)
        let error = try await fixture.error(
            ScriptedTransport { request, _ in
                var answer = served.answer(request, cut: request.headers["Range"] == nil ? 4000 : 0)
                answer.pieces.removeAll { $0 == nil }
                return answer
            })
        #expect(error == .endsEarly(fixture.source.address, announced: 10_000, sent: 4000))
        #expect(try fixture.names.contains("file.bin.part"))
    }

    @Test("as long as bytes come, tries are not counted")
    func progress() async throws {
        let fixture = try DownloadFixture()
        let served = ServedFile(20_000)
        let transport = ScriptedTransport { request, _ in served.answer(request, cut: 500) }
        try await fixture.run(transport)
        #expect(try fixture.bytes == served.bytes)
        #expect(transport.count == 40)
    }

    @Test("a server that ignores ranges and drops at the same byte is not asked forever")
    func noProgress() async throws {
        let fixture = try DownloadFixture()
        let served = ServedFile(20_000)
        let whole = TransportRequest(address: fixture.source.address)
        let transport = ScriptedTransport { _, _ in served.answer(whole, cut: 500) }
        guard case .gaveUp = try await fixture.error(transport) else {
            Issue.record("it did not give up")
            return
        }
        #expect(transport.count == 5)
    }

    @Test("more bytes than announced, or than allowed, are not taken", arguments: [true, false])
    func tooLong(isAnnounced: Bool) async throws {
        var fixture = try DownloadFixture()
        if !isAnnounced { fixture.policy.mostBytes = 5000 }
        let error = try await fixture.error(
            ScriptedTransport { _, _ in
                ScriptedAnswer(
                    headers: isAnnounced ? ["Content-Length": "5000"] : [:],
                    pieces: Array(repeating: [UInt8](repeating: 7, count: 1000), count: 6))
            })
        #expect(error == .tooLong(fixture.source.address, limit: 5000))
        #expect(try !fixture.names.contains("file.bin"))
    }

    @Test(
        "an end that is only the end of the connection counts only with a checksum", arguments: [true, false])
    func uncertainEnd(isKnown: Bool) async throws {
        var fixture = try DownloadFixture()
        let served = ServedFile(3000)
        let checksum = Checksum.sha256(SHA256(served.bytes).hexadecimal)
        if isKnown { fixture.source.checksum = checksum }
        let transport = ScriptedTransport { _, _ in
            ScriptedAnswer(pieces: [served.bytes], endsWithConnection: true)
        }
        if isKnown {
            #expect(try await fixture.run(transport).verified == checksum)
        } else {
            #expect(try await fixture.error(transport) == .uncertainEnd(fixture.source.address))
        }
    }

    @Test("a web page in place of the file is refused, and nothing is left of it")
    func page() async throws {
        for text in ["\u{FEFF} \n<!DOCTYPE HTML><p>log in", "<html>"] {
            let fixture = try DownloadFixture()
            let error = try await fixture.error(
                ScriptedTransport { _, _ in ScriptedAnswer(pieces: [Array(text.utf8)]) })
            guard case .page = error else {
                Issue.record("\(error)")
                return
            }
            #expect(try fixture.names.isEmpty)
        }
    }

    @Test("what was compressed on the way is refused")
    func compressed() async throws {
        let fixture = try DownloadFixture()
        let transport = ScriptedTransport { _, _ in
            ScriptedAnswer(headers: ["Content-Encoding": "gzip"], pieces: [[0x1F, 0x8B]])
        }
        guard case .malformed = try await fixture.error(transport) else {
            Issue.record("it was taken")
            return
        }
        #expect(try fixture.names.isEmpty)
    }

    @Test("without room nothing is begun")
    func noRoom() async throws {
        var fixture = try DownloadFixture()
        fixture.freeSpace = { _ in 9999 }
        let served = ServedFile(10_000)
        let error = try await fixture.error(ScriptedTransport { request, _ in served.answer(request) })
        #expect(error == .noRoom(path: fixture.target, needed: 10_000, free: 9999))
        #expect(try fixture.names.isEmpty)
    }

    @Test("an empty file is a file")
    func empty() async throws {
        let fixture = try DownloadFixture()
        let served = ServedFile(0)
        #expect(try await fixture.run(ScriptedTransport { request, _ in served.answer(request) }).size == 0)
        #expect(try fixture.bytes.isEmpty)
    }
}
