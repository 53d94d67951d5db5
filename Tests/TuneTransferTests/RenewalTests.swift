import Foundation
import Synchronization
import TestSupport
import Testing
import TuneBytes

@testable import TuneTransfer

@Suite("Addresses that are good for a while")
struct RenewalTests {
    private let served = ServedFile(10_000)

    @Test(
        "an address refused in the middle is renewed, and the file continued",
        arguments: [400, 401, 403, 410])
    func renewed(status: Int) async throws {
        var fixture = try DownloadFixture("https://store.example/a?sig=1")
        let renewals = Mutex(1)
        fixture.source.token = Secret("CANARY")
        fixture.source.ownName = "job 1"
        fixture.source.renew = { () throws(TransferError) in
            let number = renewals.withLock {
                $0 += 1
                return $0
            }
            guard let address = WebAddress("https://other.example/\(number)?sig=\(number)") else {
                throw .badAddress("")
            }
            return address
        }
        let file = served
        let transport = ScriptedTransport { request, number in
            switch number {
            case 0: file.answer(request, cut: 4000)
            case 1: ScriptedAnswer(status: status)
            default: file.answer(request)
            }
        }
        try await fixture.run(transport)
        #expect(try fixture.bytes == served.bytes)
        #expect(transport.ranges == [nil, "bytes=4000-", "bytes=4000-"])
        let requests = transport.requests.withLock { $0 }
        #expect(requests.map(\.address.text).last == "https://other.example/2?sig=2")
        #expect(requests.map { $0.token != nil } == [true, true, false])
    }

    @Test(
        "what another address sends is another version unless tag and length agree", arguments: [true, false])
    func otherVersion(isOtherLength: Bool) async throws {
        var fixture = try DownloadFixture("https://store.example/a?sig=1")
        let first = served
        var other = ServedFile(isOtherLength ? 9000 : 10_000, seed: 2)
        other.tag = isOtherLength ? "\"one\"" : "\"two\""
        let second = other
        fixture.source.renew = { () throws(TransferError) in
            guard let address = WebAddress("https://store.example/a?sig=2") else { throw .badAddress("") }
            return address
        }
        let transport = ScriptedTransport { request, number in
            switch number {
            case 0: first.answer(request, cut: 4000)
            case 1: ScriptedAnswer(status: 403)
            default: second.answer(request)
            }
        }
        try await fixture.run(transport)
        #expect(try fixture.bytes == second.bytes)
        #expect(fixture.notes.restarts == [isOtherLength ? .wrongRange : .changed])
    }

    @Test("an address that is refused however often it is renewed is renewed three times")
    func refused() async throws {
        var fixture = try DownloadFixture("https://store.example/a?sig=1")
        let renewals = Mutex(0)
        let source = fixture.source.address
        fixture.source.renew = { () throws(TransferError) in
            renewals.withLock { $0 += 1 }
            return source
        }
        let transport = ScriptedTransport { _, _ in
            ScriptedAnswer(status: 403, pieces: [Array("expired".utf8)])
        }
        guard case .refused(_, status: 403, _) = try await fixture.error(transport) else {
            Issue.record("it went on")
            return
        }
        #expect(renewals.withLock { $0 } == 3)
        #expect(transport.count == 4)
    }

    @Test("as long as bytes come, addresses may be renewed more often")
    func progress() async throws {
        var fixture = try DownloadFixture("https://store.example/a?sig=1")
        let source = fixture.source.address
        fixture.source.renew = { () throws(TransferError) in source }
        let file = served
        let transport = ScriptedTransport { request, number in
            number % 2 == 0 ? file.answer(request, cut: 1000) : ScriptedAnswer(status: 403)
        }
        try await fixture.run(transport)
        #expect(try fixture.bytes == served.bytes)
        #expect(transport.count > 10)
    }

    @Test("an error of whoever renews is told as it is")
    func renewalFails() async throws {
        var fixture = try DownloadFixture("https://store.example/a?sig=1")
        let error = TransferError.unauthorized(fixture.source.address)
        fixture.source.renew = { () throws(TransferError) in throw error }
        let refused = try await fixture.error(ScriptedTransport { _, _ in ScriptedAnswer(status: 403) })
        #expect(refused == .renewalFailed(RenewalFailure(error)))
        #expect(refused.message == error.message && refused.help == error.help)
    }

    @Test("a later run continues a part of the same name from another address")
    func sameName() async throws {
        for name in ["job 1", nil] {
            var fixture = try DownloadFixture("https://store.example/a?sig=1")
            fixture.source.ownName = name
            let file = served
            _ = try await fixture.error(
                ScriptedTransport { request, number in
                    number == 0 ? file.answer(request, cut: 6000) : .broken()
                })
            fixture.source.address = try #require(WebAddress("https://store.example/b?sig=2"))
            let transport = ScriptedTransport { request, _ in file.answer(request) }
            try await fixture.run(transport)
            #expect(transport.ranges == [name == nil ? nil : "bytes=6000-"])
            #expect(try fixture.bytes == served.bytes)
        }
    }

    private static let resolve: @Sendable (ResponseHead, [UInt8]) throws(TransferError) -> WebAddress? = {
        (head, bytes) throws(TransferError) in
        let text = String(decoding: bytes, as: UTF8.self)
        if text.contains("failed") { throw .refused(head.address, status: 200, detail: "failed") }
        let parts = text.split(separator: "\"")
        return parts.count == 5 && parts[1] == "download_url" ? WebAddress(String(parts[3])) : nil
    }

    @Test(
        "a service may answer with the file, with a redirection, or with JSON that names the address",
        arguments: ["bytes", "redirection", "JSON", "untyped JSON"])
    func threeAnswers(kind: String) async throws {
        var fixture = try DownloadFixture("https://api.example/jobs/1/download")
        fixture.source.token = Secret("CANARY")
        fixture.source.resolve = Self.resolve
        let file = served
        let transport = ScriptedTransport { request, number in
            if request.address.origin.host == "store.example" || kind == "bytes" {
                return file.answer(request, cut: number < 2 ? 4000 : nil)
            }
            let signed = "https://store.example/x?sig=SECRET"
            if kind == "redirection" { return ScriptedAnswer(status: 302, headers: ["Location": signed]) }
            let type: HeaderList = kind == "JSON" ? ["Content-Type": "application/json; charset=utf-8"] : [:]
            let text = Array("\n {\"download_url\":\"\(signed)\"}".utf8)
            return ScriptedAnswer(headers: type, pieces: [Array(text.prefix(20)), Array(text.dropFirst(20))])
        }
        try await fixture.run(transport)
        #expect(try fixture.bytes == served.bytes)
        for request in transport.requests.withLock({ $0 }) {
            #expect((request.token != nil) == (request.address.origin.host == "api.example"))
        }
        #expect(transport.ranges.last == (kind == "bytes" ? "bytes=8000-" : "bytes=4000-"))
    }

    @Test("JSON that names no address, or one in the clear, is an error and leaves nothing")
    func unresolved() async throws {
        let answers: [(String, (TransferError) -> Bool)] = [
            (
                "{\"error\":\"no model\"}",
                { if case .notTheFile(_, "{\"error\":\"no model\"}") = $0 { true } else { false } }
            ),
            (
                "{\"download_url\":\"http://store.example/x\"}",
                { if case .redirection = $0 { true } else { false } }
            ),
            ("{\"failed\"}", { $0 == .refused($0.address, status: 200, detail: "failed") }),
            (
                "{" + String(repeating: " ", count: 70_000),
                { if case .notTheFile = $0 { true } else { false } }
            ),
        ]
        for (text, isRight) in answers {
            var fixture = try DownloadFixture("https://api.example/jobs/1/download")
            fixture.source.resolve = Self.resolve
            let transport = ScriptedTransport { _, _ in ScriptedAnswer(pieces: [Array(text.utf8)]) }
            let error = try await fixture.error(transport)
            #expect(isRight(error), "\(error)")
            #expect(try fixture.names.isEmpty)
            #expect(transport.count == 1)
        }
    }

    @Test("what does not begin as it must is refused, and nothing is left of it", arguments: [false, true])
    func otherKind(isShort: Bool) async throws {
        var fixture = try DownloadFixture()
        fixture.source.mayBegin = { $0.starts(with: [0x1F, 0x8B]) }
        let text = "{\"code\":\"internal\"}" + (isShort ? "" : String(repeating: " ", count: 2000))
        let error = try await fixture.error(
            ScriptedTransport { _, _ in ScriptedAnswer(pieces: [Array(text.utf8)]) })
        #expect(error == .notTheFile(fixture.source.address, opening: "{\"code\":\"internal\"}"))
        #expect(try fixture.names.isEmpty)
        let right = ScriptedTransport { _, _ in
            ScriptedAnswer(pieces: [[0x1F], [0x8B, 8], [UInt8](repeating: 1, count: 999)])
        }
        #expect(try await fixture.run(right).size == 1002)
    }
}

extension TransferError {
    fileprivate var address: WebAddress {
        if case .refused(let address, _, _) = self { return address }
        return WebAddress(origin: .init(scheme: "http", host: "none", port: 1), path: "/", query: nil)
    }
}
