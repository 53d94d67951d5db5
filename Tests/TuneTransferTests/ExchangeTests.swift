import Foundation
import Synchronization
import TestSupport
import Testing
import TuneBytes

@testable import TuneTransfer

@Suite("Questions to a service")
struct ExchangeTests {
    private let clock = TestClock()
    private let address: WebAddress

    init() throws {
        address = try #require(WebAddress("https://api.example/v1/jobs?x=SECRET"))
    }

    private func ask(
        _ transport: ScriptedTransport, _ repeats: Exchange.Repeats, body: [UInt8]? = nil, limit: Int = 1000,
        policy: TransferPolicy = TransferPolicy()
    ) async -> Result<Exchange.Answer, TransferError> {
        let exchange = Exchange(over: transport, policy: policy, clock: clock.clock)
        let request = TransportRequest(
            body == nil ? "GET" : "POST", address: address, token: Secret("CANARY"),
            body: body.map { RequestBody($0) })
        do throws(TransferError) {
            return .success(try await exchange.answer(to: request, repeats: repeats, limit: limit))
        } catch {
            return .failure(error)
        }
    }

    private var pauses: [Duration] { clock.pauses.withLock { $0 } }

    @Test(
        "an answer of any status is an answer, redirections too",
        arguments: [200, 201, 204, 302, 307, 400, 401, 409])
    func answers(status: Int) async throws {
        for repeats in [Exchange.Repeats.freely, .unlessBegun, .unlessWhole] {
            let transport = ScriptedTransport { _, _ in
                ScriptedAnswer(
                    status: status, headers: ["Location": "https://else.example/"], pieces: [[1], [2, 3]])
            }
            let answer = try await ask(transport, repeats, body: [7]).get()
            #expect(answer.head.status == status)
            #expect(answer.body == [1, 2, 3])
            #expect(transport.count == 1)
            #expect(transport.bodies.withLock { $0 } == [[7]])
        }
    }

    @Test(
        "a question asked freely is repeated, with pauses that grow and are drawn",
        arguments: [408, 425, 429, 500, 502, 503, 504])
    func transient(status: Int) async throws {
        let transport = ScriptedTransport { _, number in ScriptedAnswer(status: number < 3 ? status : 200) }
        #expect(try await ask(transport, .freely).get().head.status == 200)
        #expect(pauses == [.milliseconds(250), .milliseconds(500), .seconds(1)])
    }

    @Test("what stays so after five tries is the answer")
    func lasting() async throws {
        let transport = ScriptedTransport { _, _ in ScriptedAnswer(status: 502, pieces: [[1]]) }
        let answer = try await ask(transport, .freely).get()
        #expect(answer.head.status == 502)
        #expect(answer.body == [1])
        #expect(transport.count == 5)
    }

    @Test(
        "what may be billed twice is not asked again after an error of the server",
        arguments: [408, 425, 429, 500, 502, 503, 504])
    func begun(status: Int) async throws {
        for repeats in [Exchange.Repeats.unlessBegun, .unlessWhole] {
            let transport = ScriptedTransport { _, _ in ScriptedAnswer(status: status) }
            #expect(try await ask(transport, repeats, body: [7]).get().head.status == status)
            #expect(transport.count == 1)
        }
    }

    @Test("it is asked again when the server says when", arguments: [429, 503])
    func later(status: Int) async throws {
        let transport = ScriptedTransport { _, number in
            number == 0 ? ScriptedAnswer(status: status, headers: ["Retry-After": "7"]) : ScriptedAnswer()
        }
        #expect(try await ask(transport, .unlessBegun, body: [7]).get().head.status == 200)
        #expect(transport.bodies.withLock { $0 } == [[7], [7]])
        #expect(pauses == [.milliseconds(7500)])
    }

    @Test("a server that wants too long a wait is named, with the time")
    func busy() async throws {
        let transport = ScriptedTransport { _, _ in
            ScriptedAnswer(status: 429, headers: ["Retry-After": "3600"])
        }
        for repeats in [Exchange.Repeats.freely, .unlessBegun] {
            #expect(await ask(transport, repeats) == .failure(.busy(address, wait: .seconds(3600))))
        }
        #expect(pauses.isEmpty)
    }

    @Test("a host that was not reached is asked again, whatever the question")
    func unreachable() async throws {
        for repeats in [Exchange.Repeats.freely, .unlessBegun, .unlessWhole] {
            let transport = ScriptedTransport { _, number in
                number < 2 ? ScriptedAnswer(failure: .unreachable("no"), taken: 0) : ScriptedAnswer()
            }
            #expect(try await ask(transport, repeats, body: [7]).get().head.status == 200)
            #expect(transport.count == 3)
        }
        let never = ScriptedTransport { _, _ in .broken(.unreachable("no")) }
        #expect(
            await ask(never, .unlessBegun) == .failure(.gaveUp(address, tries: 5, last: "no")))
    }

    @Test("a connection that broke: what does no harm is repeated, what may be billed twice is named")
    func broken() async throws {
        for failure in [TransportFailure.broken("dropped"), .malformed("no HTTP")] {
            let transport = ScriptedTransport { _, number in number == 0 ? .broken(failure) : ScriptedAnswer()
            }
            #expect(
                await ask(transport, .unlessBegun, body: [7])
                    == .failure(
                        .mayHaveArrived(
                            address, reason: failure == .broken("dropped") ? "dropped" : "no HTTP")))
            #expect(transport.count == 1)
        }
        let transport = ScriptedTransport { _, number in number == 0 ? .broken() : ScriptedAnswer() }
        #expect(try await ask(transport, .freely, body: [7]).get().head.status == 200)
    }

    @Test("a body that breaks off is no answer, an explanation that does is one")
    func brokenBody() async throws {
        let transport = ScriptedTransport { _, number in
            ScriptedAnswer(pieces: number == 0 ? [[1], nil] : [[1], [2]])
        }
        #expect(try await ask(transport, .freely).get().body == [1, 2])
        let posted = ScriptedTransport { _, _ in ScriptedAnswer(status: 201, pieces: [[1], nil]) }
        #expect(
            await ask(posted, .unlessBegun, body: [7])
                == .failure(.mayHaveArrived(address, reason: "dropped")))
        let refused = ScriptedTransport { _, _ in ScriptedAnswer(status: 422, pieces: [[1], nil]) }
        #expect(try await ask(refused, .unlessBegun, body: [7]).get().body == [1])
    }

    @Test("certificates, proxies and what is not HTTP are not tried again")
    func fatal() async throws {
        let failures: [(TransportFailure, TransferError)] = [
            (.insecure("expired"), .insecure(address, reason: "expired")), (.proxy("no"), .proxy("no")),
            (.malformed("long"), .malformed(address, reason: "long")),
        ]
        for (failure, error) in failures {
            let transport = ScriptedTransport { _, _ in .broken(failure) }
            #expect(await ask(transport, .freely) == .failure(error))
            #expect(transport.count == 1)
        }
    }

    @Test("more than the limit is not taken, and of an explanation the beginning")
    func limits() async throws {
        let pieces = Array(repeating: [UInt8](repeating: 1, count: 300), count: 1000)
        let long = ScriptedTransport { _, _ in ScriptedAnswer(pieces: pieces) }
        #expect(await ask(long, .freely) == .failure(.tooLong(address, limit: 1000)))
        let wordy = ScriptedTransport { _, _ in ScriptedAnswer(status: 400, pieces: pieces) }
        #expect(try await ask(wordy, .freely).get().body.count == 1000)
        #expect(try await ask(wordy, .freely, limit: .max).get().body.count == 65_536)
        let exact = ScriptedTransport { _, _ in ScriptedAnswer(pieces: [[UInt8](repeating: 1, count: 1000)]) }
        #expect(try await ask(exact, .freely).get().body.count == 1000)
    }

    @Test("the token never crosses a network in the clear")
    func clear() async throws {
        let transport = ScriptedTransport { _, _ in ScriptedAnswer() }
        let request = TransportRequest(
            address: try #require(WebAddress("http://api.example/")), token: Secret("CANARY"))
        await #expect(throws: TransferError.tokenInTheClear(request.address.origin)) {
            try await Exchange(over: transport).answer(to: request, repeats: .freely)
        }
        #expect(transport.count == 0)
    }

    @Test("no answer within two minutes ends a try; what may be billed twice is named")
    func silent() async throws {
        let clock = TestClock()
        let exchange = Exchange(over: Mute(clock: clock), clock: clock.clock)
        let request = TransportRequest("POST", address: address, body: RequestBody([1]))
        await #expect(
            throws: TransferError.mayHaveArrived(address, reason: "no answer came for 120 seconds")
        ) { try await exchange.answer(to: request, repeats: .unlessBegun) }
        var policy = TransferPolicy()
        policy.tries = 1
        let other = TestClock()
        let impatient = Exchange(over: Mute(clock: other), policy: policy, clock: other.clock)
        await #expect(
            throws: TransferError.gaveUp(address, tries: 1, last: "no answer came for 120 seconds")
        ) { try await impatient.answer(to: request, repeats: .freely) }
    }

    @Test("a body that is not taken ends a try after thirty seconds; half of it makes nothing")
    func stalledBody() async throws {
        let clock = TestClock()
        clock.fallSilent()
        var policy = TransferPolicy()
        policy.tries = 1
        let exchange = Exchange(over: Mute(takesBody: false), policy: policy, clock: clock.clock)
        let request = TransportRequest("POST", address: address, body: RequestBody([1]))
        await #expect(
            throws: TransferError.gaveUp(address, tries: 1, last: "nothing came for 30 seconds")
        ) { try await exchange.answer(to: request, repeats: .unlessWhole) }
    }

    @Test("who is interrupted learns whether the question may have arrived")
    func cancelled() async throws {
        for repeats in [Exchange.Repeats.freely, .unlessBegun] {
            let exchange = Exchange(over: Mute(), clock: TestClock().clock)
            let request = TransportRequest("POST", address: address, body: RequestBody([1]))
            let task = Task { try await exchange.answer(to: request, repeats: repeats) }
            task.cancel()
            let expected: TransferError =
                repeats == .freely
                ? .cancelled(address) : .mayHaveArrived(address, reason: "we were interrupted")
            await #expect(throws: expected) { try await task.value }
        }
    }

    @Test("errors hold no query and no token")
    func canaries() async throws {
        let transport = ScriptedTransport { _, _ in .broken() }
        guard case .failure(let error) = await ask(transport, .unlessBegun) else {
            Issue.record("it was answered")
            return
        }
        for text in ["\(error)", error.message, String(reflecting: error), error.help.joined()] {
            #expect(!text.contains("SECRET") && !text.contains("CANARY"), "\(text)")
        }
    }
}

/// A transport that takes what is sent, or not even that, and never answers.
private struct Mute: Transport {
    var takesBody = true
    /// Falls silent when the body was taken.
    var clock: TestClock?

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        if takesBody, let pieces = try? request.body?.begin() {
            while let piece = try? await pieces.next(), !piece.isEmpty {}
        }
        clock?.fallSilent()
        let (stream, _) = AsyncStream.makeStream(of: Void.self)
        for await _ in stream {}
        throw .cancelled
    }
}
