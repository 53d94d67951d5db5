import Foundation
import Synchronization
import TestSupport
import Testing
import TuneBytes

@testable import TuneTransfer

@Suite("Answers that are not the file")
struct RefusalTests {
    @Test(
        "what may pass is tried again after a pause that grows and is drawn",
        arguments: [408, 425, 429, 500, 502, 503, 504])
    func transient(status: Int) async throws {
        let fixture = try DownloadFixture()
        let served = ServedFile(100)
        let transport = ScriptedTransport { request, number in
            number < 3
                ? ScriptedAnswer(status: status, pieces: [Array("sorry".utf8)]) : served.answer(request)
        }
        try await fixture.run(transport)
        #expect(try fixture.bytes == served.bytes)
        let pauses = fixture.clock.pauses.withLock { $0 }
        #expect(pauses == [.milliseconds(250), .milliseconds(500), .seconds(1)])
    }

    @Test("Retry-After is obeyed, as seconds and as a date by the server's own clock")
    func retryAfter() async throws {
        let date = "Sun, 06 Nov 1994 08:49:37 GMT"
        let headers: [HeaderList] = [
            ["Retry-After": "7"], ["Retry-After": "Sun, 06 Nov 1994 08:50:07 GMT", "Date": date],
            ["Retry-After": date, "Date": "Sun, 06 Nov 1994 09:49:37 GMT"],
        ]
        let fixture = try DownloadFixture()
        let served = ServedFile(100)
        try await fixture.run(
            ScriptedTransport { request, number in
                number < 3 ? ScriptedAnswer(status: 429, headers: headers[number]) : served.answer(request)
            })
        let pauses = fixture.clock.pauses.withLock { $0 }
        #expect(pauses == [.milliseconds(7500), .milliseconds(30_500), .milliseconds(500)])
    }

    @Test(
        "a wait beyond five minutes is named and not waited for",
        arguments: ["301", "1000000000", "99999999999999999999"])
    func busy(wait: String) async throws {
        let fixture = try DownloadFixture()
        let transport = ScriptedTransport { _, _ in
            ScriptedAnswer(status: 503, headers: ["Retry-After": wait])
        }
        guard case .busy(_, let asked) = try await fixture.error(transport) else {
            Issue.record("it waited")
            return
        }
        #expect(asked > .seconds(300))
        #expect(fixture.clock.pauses.withLock { $0 }.isEmpty)
    }

    @Test("what will not pass is asked for once", arguments: [400, 401, 403, 404, 410, 418, 501, 204])
    func permanent(status: Int) async throws {
        let fixture = try DownloadFixture()
        let transport = ScriptedTransport { _, _ in
            ScriptedAnswer(status: status, pieces: [Array("no\u{1B}[31m way".utf8)])
        }
        let error = try await fixture.error(transport)
        #expect(transport.count == 1)
        #expect(try fixture.names.isEmpty)
        #expect(!error.message.contains("\u{1B}"))
        switch (status, error) {
        case (401, .unauthorized), (404, .notFound), (410, .notFound): break
        case (_, .refused(_, status: status, detail: "no [31m way")): break
        default: Issue.record("\(error)")
        }
    }

    @Test("an error's body is read up to 64 KiB, and never reaches the part")
    func longBody() async throws {
        var fixture = try DownloadFixture()
        let served = ServedFile(10_000)
        let read = Mutex(0)
        fixture.source.refusal = { bytes in
            read.withLock { $0 = bytes.count }
            return nil
        }
        let transport = ScriptedTransport { request, number in
            if number == 0 { return served.answer(request, cut: 4000) }
            return ScriptedAnswer(
                status: 403, pieces: Array(repeating: [UInt8](repeating: 65, count: 1024), count: 9999))
        }
        await #expect(throws: TransferError.self) {
            try await fixture.run(transport)
        }
        #expect(read.withLock { $0 } == 65_536)
        #expect(try fixture.folder.bytes(of: "file.bin.part") == Array(served.bytes.prefix(4000)))
    }

    @Test("the token goes to its origin only; relative redirections are resolved")
    func redirection() async throws {
        var fixture = try DownloadFixture("https://hub.example/a/b")
        fixture.source.token = Secret("hf_CANARY")
        let served = ServedFile(100)
        let places = [
            "../c?x=1", "//hub.example/d", "https://cdn.example/e?sig=SECRET", "https://hub.example:444/f",
        ]
        let transport = ScriptedTransport { request, number in
            guard number < places.count else { return served.answer(request) }
            return ScriptedAnswer(
                status: [302, 307, 301, 308][number], headers: ["Location": places[number]])
        }
        try await fixture.run(transport)
        let requests = transport.requests.withLock { $0 }
        #expect(
            requests.map(\.address.text) == [
                "https://hub.example/a/b", "https://hub.example/c?x=1", "https://hub.example/d",
                "https://cdn.example/e?sig=SECRET", "https://hub.example:444/f",
            ])
        #expect(requests.map { $0.token != nil } == [true, true, true, false, false])
    }

    @Test(
        "redirections that are not followed",
        arguments: [
            "http://hub.example/a", "ftp://hub.example/a", "https://user@hub.example/", "https://",
            "file:///etc", nil,
            "/again",
        ])
    func badRedirection(place: String?) async throws {
        let fixture = try DownloadFixture("https://hub.example/a")
        let transport = ScriptedTransport { _, _ in
            ScriptedAnswer(status: 302, headers: place.map { ["Location": $0] } ?? [:])
        }
        guard case .redirection = try await fixture.error(transport) else {
            Issue.record("it was followed")
            return
        }
        #expect(transport.count == (place == "/again" ? 6 : 1))
    }

    @Test("a signed address that is refused is asked for anew, at most three times, and continued")
    func staleAddress() async throws {
        for refusals in [2, 9] {
            let fixture = try DownloadFixture("https://hub.example/a")
            let served = ServedFile(10_000)
            let count = Mutex(0)
            let transport = ScriptedTransport { request, _ in
                if request.address.origin.host == "hub.example" {
                    return ScriptedAnswer(status: 302, headers: ["Location": "https://cdn.example/x?sig=1"])
                }
                let number = count.withLock { count in
                    count += 1
                    return count
                }
                if number == 1 { return served.answer(request, cut: 4000) }
                return number <= refusals + 1 ? ScriptedAnswer(status: 403) : served.answer(request)
            }
            if refusals == 2 {
                try await fixture.run(transport)
                #expect(transport.ranges.last == "bytes=4000-")
                #expect(try fixture.bytes == served.bytes)
            } else {
                guard case .refused(_, status: 403, _) = try await fixture.error(transport) else {
                    Issue.record("it went on")
                    return
                }
                #expect(count.withLock { $0 } == 5)
            }
        }
    }

    @Test("the token never crosses a network in the clear")
    func tokenInTheClear() async throws {
        var fixture = try DownloadFixture("http://hub.example/a")
        fixture.source.token = Secret("hf_CANARY")
        let transport = ScriptedTransport { _, _ in ScriptedAnswer() }
        #expect(try await fixture.error(transport) == .tokenInTheClear(fixture.source.address.origin))
        #expect(transport.count == 0)
    }

    @Test(
        "a wrong checksum fails, and starts again once if the bytes were pieced together",
        arguments: [true, false])
    func wrongChecksum(isPieced: Bool) async throws {
        var fixture = try DownloadFixture()
        let served = ServedFile(10_000)
        let other = ServedFile(10_000, seed: 2)
        let right = SHA256(served.bytes).hexadecimal
        fixture.source.checksum = .sha256(right)
        if isPieced {
            // A server that gives two versions the same entity tag.
            let transport = ScriptedTransport { request, number in
                number == 0 ? other.answer(request, cut: 4000) : served.answer(request)
            }
            try await fixture.run(transport)
            #expect(try fixture.bytes == served.bytes)
            #expect(fixture.notes.restarts == [.wrongChecksum])
        } else {
            let error = try await fixture.error(ScriptedTransport { request, _ in other.answer(request) })
            guard case .wrongChecksum(_, right, _) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(try fixture.names.isEmpty)
        }
    }

    @Test("certificates, proxies and headers out of bounds are not tried again")
    func fatal() async throws {
        for failure in [TransportFailure.insecure("expired"), .proxy("no"), .malformed("too long")] {
            let fixture = try DownloadFixture()
            let transport = ScriptedTransport { _, _ in .broken(failure) }
            _ = try await fixture.error(transport)
            #expect(transport.count == 1)
        }
    }
}
