import TestSupport
import Testing
import TuneBytes

@testable import TuneTransfer

@Suite("One file is of one version")
struct VersionTests {
    @Test("a server that ignores ranges: what is here is forgotten, not appended to")
    func rangeIgnored() async throws {
        let fixture = try DownloadFixture()
        let served = ServedFile(10_000)
        let transport = ScriptedTransport { request, number in
            var request = request
            request.headers = [:]
            return served.answer(request, cut: number == 0 ? 4000 : nil)
        }
        try await fixture.run(transport)
        #expect(try fixture.bytes == served.bytes)
        #expect(fixture.notes.restarts == [.rangeIgnored])
    }

    @Test(
        "a file that changed meanwhile is one version, also when the server ignores If-Range",
        arguments: [true, false])
    func changed(isPartial: Bool) async throws {
        let fixture = try DownloadFixture()
        let first = ServedFile(10_000)
        var other = ServedFile(10_000, seed: 2)
        other.tag = "\"two\""
        let second = other
        let transport = ScriptedTransport { request, number in
            if number == 0 { return first.answer(request, cut: 4000) }
            var request = request
            if isPartial, request.headers["Range"] != nil {
                request.headers = ["Range": request.headers["Range"] ?? "", "If-Range": "\"two\""]
            }
            return second.answer(request)
        }
        try await fixture.run(transport)
        #expect(try fixture.bytes == second.bytes)
        #expect(fixture.notes.restarts == [.changed])
    }

    @Test("a rest of another date is of another version, though the server ignores If-Range")
    func otherDate() async throws {
        let fixture = try DownloadFixture()
        let first = ServedFile(10_000)
        let second = ServedFile(10_000, seed: 2)
        let transport = ScriptedTransport { request, number in
            var request = request
            if let range = request.headers["Range"] {
                request.headers = ["Range": range, "If-Range": "\"one\""]
            }
            var answer =
                number == 0 ? first.answer(request, cut: 4000) : second.answer(request)
            answer.headers = HeaderList(answer.headers, without: "ETag")
            answer.headers.add("Last-Modified", "Sun, 06 Nov 1994 08:49:3\(min(number, 1)) GMT")
            return answer
        }
        try await fixture.run(transport)
        #expect(try fixture.bytes == second.bytes)
        #expect(fixture.notes.restarts == [.changed])
    }

    @Test("a file that is now as long as what is here is not what is here")
    func shrunk() async throws {
        let fixture = try DownloadFixture()
        let first = ServedFile(10_000)
        let second = ServedFile(4000, seed: 2)
        let transport = ScriptedTransport { request, number in
            if number == 0 { return first.answer(request, cut: 4000) }
            guard request.headers["Range"] != nil else { return second.answer(request) }
            return ScriptedAnswer(status: 416, headers: ["Content-Range": "bytes */4000"])
        }
        try await fixture.run(transport)
        #expect(try fixture.bytes == second.bytes)
        #expect(fixture.notes.restarts == [.changed])
    }

    @Test("a weak entity tag continues nothing, a date does")
    func weakTag() async throws {
        for date in [nil, "Sun, 06 Nov 1994 08:49:37 GMT"] {
            let fixture = try DownloadFixture()
            let served = ServedFile(10_000)
            let transport = ScriptedTransport { request, number in
                var request = request
                if request.headers["If-Range"] == date, date != nil {
                    request.headers = ["Range": request.headers["Range"] ?? "", "If-Range": "\"one\""]
                }
                var answer = served.answer(request, cut: number == 0 ? 4000 : nil)
                answer.headers = HeaderList(answer.headers, without: "ETag")
                answer.headers.add("ETag", "W/\"one\"")
                if let date { answer.headers.add("Last-Modified", date) }
                return answer
            }
            try await fixture.run(transport)
            #expect(transport.ranges == [nil, date == nil ? nil : "bytes=4000-"])
            #expect(try fixture.bytes == served.bytes)
        }
    }

    @Test(
        "a 206 of other bytes than were asked for is not written",
        arguments: [
            "bytes 3999-9999/10000", "bytes 4001-9999/10000", "bytes 4000-9999/10001",
            "bytes 4000-3999/10000",
            "bytes */10000", "pages 4000-9999/10000", "",
        ])
    func wrongRange(range: String) async throws {
        let fixture = try DownloadFixture()
        let served = ServedFile(10_000)
        let transport = ScriptedTransport { request, number in
            var answer = served.answer(request, cut: number == 0 ? 4000 : nil)
            if number == 1 {
                answer.headers = ["ETag": "\"one\"", "Content-Range": range]
                answer.pieces = [[UInt8](repeating: 0, count: 6000)]
            }
            return answer
        }
        try await fixture.run(transport)
        #expect(try fixture.bytes == served.bytes)
        #expect(transport.ranges == [nil, "bytes=4000-", nil])
    }

    @Test("several ranges in one body are not taken")
    func multipart() async throws {
        let fixture = try DownloadFixture()
        let served = ServedFile(10_000)
        let transport = ScriptedTransport { request, number in
            var answer = served.answer(request, cut: number == 0 ? 4000 : nil)
            if number == 1 { answer.headers.add("Content-Type", "multipart/byteranges; boundary=x") }
            return answer
        }
        try await fixture.run(transport)
        #expect(try fixture.bytes == served.bytes)
        #expect(transport.ranges == [nil, "bytes=4000-", nil])
    }

    @Test("416 with our size means that nothing is missing; its body never touches the file")
    func complete() async throws {
        let fixture = try DownloadFixture()
        let served = ServedFile(10_000)
        // The process ends between the last byte and the new name.
        let store = try PartStore(
            target: fixture.target, source: fixture.source.address.description)
        try store.describe(validator: .tag("\"one\""), total: 10_000, checksum: nil)
        try store.append(served.bytes)
        try store.checkpoint()
        let transport = ScriptedTransport { request, _ in served.answer(request) }
        try await fixture.run(transport)
        #expect(transport.ranges == ["bytes=10000-"])
        #expect(try fixture.bytes == served.bytes)
        #expect(try fixture.names == ["file.bin"])
    }

    @Test(
        "416 of a shorter file, or of none, starts again", arguments: ["bytes */3000", "bytes */12000", ""])
    func beyondEnd(range: String) async throws {
        let fixture = try DownloadFixture()
        let served = ServedFile(10_000)
        let transport = ScriptedTransport { request, number in
            if number == 1 {
                return ScriptedAnswer(status: 416, headers: ["Content-Range": range], pieces: [[9, 9, 9]])
            }
            return served.answer(request, cut: number == 0 ? 4000 : nil)
        }
        try await fixture.run(transport)
        #expect(try fixture.bytes == served.bytes)
        #expect(transport.ranges == [nil, "bytes=4000-", nil])
    }

    @Test("a file that changes with every answer is not asked for forever")
    func restless() async throws {
        let fixture = try DownloadFixture()
        let transport = ScriptedTransport { request, number in
            var served = ServedFile(10_000, seed: UInt64(number))
            served.tag = "\"\(number)\""
            return served.answer(request, cut: 500)
        }
        #expect(try await fixture.error(transport) == .restless(fixture.source.address))
        #expect(transport.count < 10)
    }
}

extension HeaderList {
    init(_ other: HeaderList, without name: String) {
        self.init()
        for field in other.fields where field.name != name { add(field.name, field.value) }
    }
}
