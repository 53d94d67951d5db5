import Synchronization
import Testing
import TuneBytes

@testable import TuneTransfer

@Suite("Sending a file to a store")
struct StoreUploadTests {
    private let fixture: UploadFixture

    init() throws {
        fixture = try UploadFixture()
    }

    @Test("after an uncertain end a store is asked; what it has is not put again")
    func storeHasIt() async throws {
        let md5 = MD5(fixture.bytes).hexadecimal
        let size = fixture.bytes.count
        let transport = ScriptedTransport { request, _ in
            if request.method == "PUT" { return .broken() }
            return ScriptedAnswer(headers: ["Content-Length": "\(size)", "ETag": "\"\(md5)\""])
        }
        let sent = try await fixture.send(fixture.put, over: transport).get()
        #expect(sent.answer.head.status == 200)
        #expect(transport.requests.withLock { $0.map(\.method) } == ["PUT", "HEAD"])
        #expect(
            transport.requests.withLock { $0.map(\.address.text) } == [
                fixture.address.text, fixture.address.text,
            ])
    }

    @Test(
        "what a store does not have for sure is put again",
        arguments: [nil, "\"00000000000000000000000000000000\"", "\"x\""], [400_000, 7])
    func storeHasAnother(tag: String?, size: Int) async throws {
        let md5 = MD5(fixture.bytes).hexadecimal
        let tag = size == 7 ? "\"\(md5)\"" : tag
        let transport = ScriptedTransport { request, number in
            if request.method == "PUT" { return number == 0 ? .broken() : ScriptedAnswer() }
            guard let tag else { return ScriptedAnswer(status: 403) }
            return ScriptedAnswer(headers: ["Content-Length": "\(size)", "ETag": tag])
        }
        _ = try await fixture.send(fixture.put, over: transport).get()
        #expect(transport.requests.withLock { $0.map(\.method) } == ["PUT", "HEAD", "PUT"])
        let isSame = transport.bodies.withLock { $0.last == fixture.bytes }
        #expect(isSame)
    }

    @Test("a store that is busy or broken gets the same bytes again", arguments: [500, 502, 503, 504])
    func storeFails(status: Int) async throws {
        let transport = ScriptedTransport { _, number in ScriptedAnswer(status: number < 2 ? status : 200) }
        _ = try await fixture.send(fixture.put, over: transport).get()
        let isSame = transport.bodies.withLock { $0 == [fixture.bytes, fixture.bytes, fixture.bytes] }
        #expect(isSame)
    }
}
