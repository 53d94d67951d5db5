import Synchronization
import TestSupport
import TuneTransfer

@testable import TuneServices

/// What a scripted service answers.
struct Reply: Sendable {
    var status = 200
    var headers: HeaderList = ["Content-Type": "application/json"]
    var body: [UInt8] = []
    var failure: TransportFailure?

    static func json(_ text: String, status: Int = 200) -> Reply {
        Reply(status: status, body: Array(text.utf8))
    }

    static func failing(_ failure: TransportFailure = .broken("the connection broke")) -> Reply {
        Reply(failure: failure)
    }
}

/// A service without a network: a closure answers each request, which is remembered with its body.
final class ServiceStub: Transport {
    struct Asked: Sendable {
        var method: String
        var path: String
        var address: String
        var headers: HeaderList
        var hasToken: Bool
        var body: String
    }

    /// A token that must not be seen anywhere; tests look for the word CANARY.
    static let token = "eyJhbGciOiJub25lIn0.CANARY-service-token.c2lnbmF0dXJl"

    private let answer: @Sendable (Asked, Int) -> Reply
    private let asked = Mutex<[Asked]>([])

    /// - Parameter answer: gets the request and how many came before it.
    init(_ answer: @escaping @Sendable (Asked, Int) -> Reply) {
        self.answer = answer
    }

    /// Answers by method and path after the organization; others are missing.
    convenience init(_ replies: [String: Reply]) {
        self.init { asked, _ in
            replies["\(asked.method) \(asked.path)"]
                ?? .json(#"{"code":"not_found","message":null}"#, status: 404)
        }
    }

    var requests: [Asked] { asked.withLock { $0 } }

    func count(_ method: String, _ path: String) -> Int {
        requests.count { $0.method == method && $0.path == path }
    }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let text = request.address.description
        let path =
            text.range(of: "/organizations/o-1").map { String(text[$0.upperBound...]) }
            ?? request.address.path
        let one = Asked(
            method: request.method, path: path, address: text, headers: request.headers,
            hasToken: request.token != nil,
            body: String(decoding: try await request.bodyBytes(), as: UTF8.self))
        let number = asked.withLock { asked in
            asked.append(one)
            return asked.count - 1
        }
        let reply = answer(one, number)
        if let failure = reply.failure { throw failure }
        return TransportResponse(
            head: ResponseHead(address: request.address, status: reply.status, headers: reply.headers),
            body: WholeBody(reply.body))
    }
}

extension String {
    /// Where `part` stands.
    fileprivate func range(of part: String) -> Range<Index>? { firstRange(of: part) }
}

extension TransferClock {
    /// A clock that does not wait before a retry and never looks at the progress.
    static var still: TransferClock {
        TransferClock(
            now: { .zero },
            sleep: { _, purpose in
                if purpose == .watch { try await Task.sleep(for: .seconds(3600)) }
                try Task.checkCancellation()
            }, chance: { 0 })
    }
}

extension NscaleService {
    /// The organization `o-1` of a scripted service.
    static func fake(_ service: ServiceStub, clock: TransferClock = .still) throws -> NscaleService {
        NscaleService(
            at: try ServiceAddress("https://tuning.example"), organization: OrganizationID("o-1") ?? .none,
            token: Secret(ServiceStub.token), over: service, clock: clock)
    }

    static func fake(_ replies: [String: Reply]) throws -> NscaleService { try fake(ServiceStub(replies)) }
}

extension OrganizationID {
    fileprivate static var none: OrganizationID { preconditionFailure("o-1 is an id") }
}

/// The error of something that must fail.
func serviceError(_ body: () async throws(ServiceError) -> Void) async -> ServiceError? {
    do throws(ServiceError) {
        try await body()
        return nil
    } catch {
        return error
    }
}
