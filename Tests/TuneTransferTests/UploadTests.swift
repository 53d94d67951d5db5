import Foundation
import Synchronization
import TestSupport
import Testing
import TuneBytes

@testable import TuneTransfer

@Suite("Sending a file")
struct UploadTests {
    private let fixture: UploadFixture
    private var folder: TemporaryFolder { fixture.folder }
    private var bytes: [UInt8] { fixture.bytes }
    private var path: String { fixture.path }
    private var address: WebAddress { fixture.address }
    private var form: FileUpload { fixture.form }
    private var contents: FileUpload.Contents { fixture.contents }

    init() throws {
        fixture = try UploadFixture()
    }

    @Test("a form is one part with the file's bytes, its name and its type, and announces its length")
    func oneForm() async throws {
        let transport = ScriptedTransport { _, _ in ScriptedAnswer(status: 201, pieces: [[1]]) }
        var upload = form
        upload.token = Secret("CANARY")
        upload.announced = contents
        let sent = try await fixture.send(upload, over: transport).get()
        #expect(sent.contents == contents)
        #expect(sent.answer.body == [1])
        let request = transport.requests.withLock { $0[0] }
        let body = transport.bodies.withLock { $0[0] }
        #expect(request.method == "POST")
        #expect(request.token == Secret("CANARY"))
        #expect(request.body?.length == body.count)
        let type = try #require(request.headers["Content-Type"])
        let boundary = try #require(type.split(separator: "=").last)
        #expect(type == "multipart/form-data; boundary=\(boundary)")
        let opening =
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"train.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
        #expect(body == Array(opening.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8))
    }

    @Test("a file's name cannot end its header")
    func awkwardName() async throws {
        let transport = ScriptedTransport { _, _ in ScriptedAnswer() }
        let upload = FileUpload.form(
            path, to: address, contentType: "text/csv\r\nX: y", fileName: "a\"b\r\nX: y\u{E9}.csv")
        _ = try await fixture.send(upload, over: transport).get()
        let text = String(decoding: transport.bodies.withLock { $0[0].prefix(400) }, as: UTF8.self)
        #expect(text.contains("filename=\"a%22b%0D%0AX: y\u{E9}.csv\"\r\nContent-Type: text/csvX: y\r\n\r\n"))
    }

    @Test(
        "files of any size arrive as they are, the empty one too",
        arguments: [0, 1, 131_071, 131_072, 131_073])
    func sizes(count: Int) async throws {
        let bytes = Array(bytes.prefix(count))
        let path = try folder.write(bytes, to: "other.csv")
        let transport = ScriptedTransport { _, _ in ScriptedAnswer() }
        _ = try await fixture.send(.put(path, to: address), over: transport).get()
        #expect(transport.bodies.withLock { $0 } == [bytes])
        #expect(transport.requests.withLock { $0[0].body?.length } == count)
        _ = try await fixture.send(.form(path, to: address, contentType: "text/csv"), over: transport).get()
        #expect(
            transport.bodies.withLock { $0[1].count } == transport.requests.withLock { $0[1].body?.length })
    }

    @Test("a file that is not what was announced is not sent, or never to its end", arguments: [true, false])
    func otherFile(isOtherSize: Bool) async throws {
        var upload = form
        upload.announced =
            isOtherSize
            ? .init(size: 7, sha256: contents.sha256)
            : .init(size: bytes.count, sha256: String(repeating: "0", count: 64))
        let transport = ScriptedTransport { _, _ in ScriptedAnswer() }
        let reason =
            isOtherSize ? "has 400,000 bytes, and 7 were announced" : "does not have the SHA-256 announced"
        #expect(
            await fixture.send(upload, over: transport)
                == .failure(.unlikeAnnounced(path: path, reason: reason)))
        if isOtherSize {
            #expect(transport.count == 0)
        } else {
            let (taken, length) = (
                transport.bodies.withLock { $0[0] }, transport.requests.withLock { $0[0].body?.length }
            )
            #expect(transport.count == 1)
            #expect(taken.count < length ?? 0)
        }
    }

    @Test(
        "a file that changes while it is sent never arrives as a whole",
        arguments: Change.allCases, [true, false])
    func changes(change: Change, isForm: Bool) async throws {
        let (path, bytes) = (path, bytes)
        let isChanged = Mutex(false)
        let transport = ScriptedTransport { _, _ in ScriptedAnswer() }
        let result = await fixture.send(isForm ? form : fixture.put, over: transport) { note in
            guard case .sent = note else { return }
            isChanged.withLock { isChanged in
                if !isChanged { change.make(to: path, bytes) }
                isChanged = true
            }
        }
        guard case .failure(.unlikeAnnounced(path, let reason)) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(reason.contains("while it was sent"))
        #expect(transport.count == 1)
        #expect(
            transport.bodies.withLock { $0[0].count }
                < transport.requests.withLock { $0[0].body?.length ?? 0 })
    }

    enum Change: CaseIterable {
        case edited, grown, cut, replaced, touched

        func make(to path: String, _ bytes: [UInt8]) {
            var other = bytes
            switch self {
            case .edited:
                other[bytes.count - 1] ^= 1
                let file = FileHandle(forWritingAtPath: path)
                try? file?.seek(toOffset: UInt64(bytes.count - 1))
                file?.write(Data(other.suffix(1)))
            case .grown:
                let file = FileHandle(forWritingAtPath: path)
                _ = try? file?.seekToEnd()
                file?.write(Data([1]))
            case .cut: unsafe truncate(path, off_t(bytes.count - 1))
            case .replaced: try? Data(other).write(to: URL(filePath: path), options: .atomic)
            case .touched:
                let date = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1)]
                try? FileManager.default.setAttributes(date, ofItemAtPath: path)
            }
        }
    }

    @Test("a connection that breaks before the last byte: the file is sent again from the beginning")
    func brokenBefore() async throws {
        let transport = ScriptedTransport { _, number in
            number == 0
                ? ScriptedAnswer(failure: .broken("dropped"), taken: 200_000) : ScriptedAnswer(status: 201)
        }
        let notes = Mutex<[TransferNote]>([])
        _ = try await fixture.send(form, over: transport) { note in notes.withLock { $0.append(note) } }.get()
        #expect(transport.count == 2)
        let bodies = transport.bodies.withLock { $0 }
        let whole = try #require(bodies.last)
        #expect(whole.starts(with: bodies[0]))
        let length = whole.count
        notes.withLock { notes in
            #expect(notes.last == .sent(length, of: length))
            #expect(notes.contains(.waits(reason: "dropped", pause: .milliseconds(250))))
        }
    }

    @Test("a connection that breaks after the last byte: the file may have arrived, and is not sent again")
    func brokenAfter() async throws {
        let transport = ScriptedTransport { _, _ in .broken() }
        #expect(
            await fixture.send(form, over: transport) == .failure(.mayHaveArrived(address, reason: "dropped"))
        )
        #expect(transport.count == 1)
    }

    @Test("where a second file does no harm it is sent again")
    func brokenFreely() async throws {
        var upload = form
        upload.repeats = .freely
        let transport = ScriptedTransport { _, number in number == 0 ? .broken() : ScriptedAnswer() }
        _ = try await fixture.send(upload, over: transport).get()
        #expect(transport.count == 2)
    }

    @Test("an early answer ends the sending, and is the answer", arguments: [401, 403, 413, 422])
    func early(status: Int) async throws {
        let transport = ScriptedTransport { _, _ in
            ScriptedAnswer(status: status, pieces: [Array("too large".utf8)], taken: 1)
        }
        let sent = try await fixture.send(form, over: transport).get()
        #expect(sent.answer.head.status == status)
        #expect(sent.answer.body == Array("too large".utf8))
        #expect(transport.count == 1)
    }

    @Test("an answer that tells of another file is an error")
    func objection() async throws {
        var upload = form
        upload.objection = { answer, contents in
            answer.body == [1] ? nil : "\(answer.body.count) bytes, not \(contents.size)"
        }
        let right = ScriptedTransport { _, _ in ScriptedAnswer(pieces: [[1]]) }
        _ = try await fixture.send(upload, over: right).get()
        let wrong = ScriptedTransport { _, _ in ScriptedAnswer(pieces: [[1, 2]]) }
        #expect(
            await fixture.send(upload, over: wrong)
                == .failure(.storedOtherwise(address, reason: "2 bytes, not 400000")))
    }

    @Test(
        "a redirection that keeps the method takes the file along, and the token only home",
        arguments: [307, 308])
    func redirected(status: Int) async throws {
        var upload = form
        upload.token = Secret("CANARY")
        let places = ["/v2/files", "https://store.example/x?sig=1"]
        let transport = ScriptedTransport { _, number in
            number < 2
                ? ScriptedAnswer(status: status, headers: ["Location": places[number]], taken: 10)
                : ScriptedAnswer(status: 201)
        }
        _ = try await fixture.send(upload, over: transport).get()
        let requests = transport.requests.withLock { $0 }
        #expect(
            requests.map(\.address.text) == [
                address.text, "https://api.example/v2/files", "https://store.example/x?sig=1",
            ])
        #expect(requests.map { $0.token != nil } == [true, true, false])
        #expect(requests.map(\.method) == ["POST", "POST", "POST"])
        #expect(transport.bodies.withLock { $0.last?.count } == requests.last?.body?.length)
    }

    @Test("303 is asked for without the file")
    func seeOther() async throws {
        let transport = ScriptedTransport { request, number in
            number == 0
                ? ScriptedAnswer(status: 303, headers: ["Location": "/v1/files/1"])
                : ScriptedAnswer(pieces: [[5]])
        }
        let sent = try await fixture.send(form, over: transport).get()
        #expect(sent.answer.body == [5])
        let last = try #require(transport.requests.withLock { $0.last })
        #expect(last.method == "GET")
        #expect(last.body == nil)
    }

    @Test(
        "other redirections of a file are not followed",
        arguments: [
            (302, "/x"), (301, "/x"), (307, "http://api.example/x"), (308, nil), (307, "/again"),
        ])
    func badRedirection(status: Int, place: String?) async throws {
        let transport = ScriptedTransport { _, _ in
            ScriptedAnswer(status: status, headers: place.map { ["Location": $0] } ?? [:], taken: 1)
        }
        guard case .failure(.redirection) = await fixture.send(form, over: transport) else {
            Issue.record("it was followed")
            return
        }
        #expect(transport.count == (place == "/again" ? 6 : 1))
    }

    @Test("what cannot be read is said so before anything is sent")
    func unreadable() async throws {
        let transport = ScriptedTransport { _, _ in ScriptedAnswer() }
        let missing = FileUpload.form(folder.path("none.csv"), to: address, contentType: "text/csv")
        #expect(
            await fixture.send(missing, over: transport)
                == .failure(.disk(.notFound(path: folder.path("none.csv")))))
        let whole = FileUpload.put(folder.path, to: address)
        #expect(
            await fixture.send(whole, over: transport) == .failure(.disk(.isDirectory(path: folder.path))))
        #expect(transport.count == 0)
    }
}
