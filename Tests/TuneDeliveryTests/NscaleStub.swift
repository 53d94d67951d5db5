import Foundation
import Synchronization
import TestSupport
import TuneDelivery
import TunePipeline
import TuneServices
import TuneTransfer

/// The service without a network: files, one data set, jobs and metrics, with answers that a test may replace.
final class NscaleStub: Transport {
    struct Reply: Sendable {
        var status = 200
        var body = Data("{}".utf8)
        var headers: [String: String] = [:]

        static func json(_ text: String, status: Int = 200) -> Reply {
            Reply(status: status, body: Data(text.utf8), headers: ["Content-Type": "application/json"])
        }
    }

    /// A token that must not be seen anywhere; tests look for the word CANARY.
    static let token = "eyJhbGciOiJub25lIn0.CANARY-service-token.c2ln"

    private let replies: [String: Reply]
    private let asked = Mutex<[(request: String, body: String, hasToken: Bool)]>([])

    /// - Parameter replies: by method and path after the organization, in place of the usual ones.
    init(_ replies: [String: Reply] = [:]) {
        self.replies = Self.usual.merging(replies) { $1 }
    }

    /// Methods and paths, in order.
    var requests: [String] { asked.withLock { $0.map(\.request) } }
    /// Bodies, in order.
    var bodies: [String] { asked.withLock { $0.map(\.body) } }

    private static let usual: [String: Reply] = [
        "GET /base-models": .json(
            #"{"data":[{"id":"m-1","name":"Meta-Llama-3.1-8B","description":""},{"id":"m-2","name":"Qwen2-1.5B-Instruct"}]}"#
        ),
        "POST /files": .json(#"{"id":"f-1","name":"train.csv"}"#),
        "GET /files/f-1": .json(
            #"{"id":"f-1","name":"train.csv","columns":[{"name":"question"},{"name":"answer"}],"download_url":"https://store.example/f-1?sig=CANARY"}"#
        ),
        "POST /datasets": .json(#"{"id":"d-1","name":"trials"}"#),
        "GET /datasets": .json(
            #"{"data":[{"id":"d-1","name":"trials","training_file_id":"f-1"},{"id":"d-2","name":"twin"},{"id":"d-3","name":"twin"}]}"#
        ),
        "GET /datasets/d-1": .json(
            #"{"id":"d-1","name":"trials","training_file_id":"f-1","validation_file_id":"f-1"}"#),
        "GET /jobs": .json(#"{"data":[]}"#),
        "GET /jobs/j-1": .json(#"{"id":"j-1","status":"completed"}"#),
        "GET /f-1": Reply(body: Data("question,answer\n".utf8), headers: ["Content-Length": "16"]),
    ]

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let path = request.address.path
        let behind = path.components(separatedBy: "/organizations/o-1").last ?? path
        let name = "\(request.method) \(behind)"
        let text = String(decoding: try await request.bodyBytes(), as: UTF8.self)
        asked.withLock { $0.append((name, text, request.token != nil)) }
        let reply = replies[name] ?? .json(#"{"code":"not_found","message":null}"#, status: 404)
        var headers = HeaderList()
        for (name, value) in reply.headers { headers.add(name, value) }
        return TransportResponse(
            head: ResponseHead(address: request.address, status: reply.status, headers: headers),
            body: WholeBody(Array(reply.body)))
    }

    /// The service as a user opens it.
    func opened(_ more: [String: String] = [:]) async throws -> any FineTuningService {
        let environment = [
            "NSCALE_BASE_URL": "https://tuning.example", "NSCALE_SERVICE_TOKEN": Self.token,
            "NSCALE_ORGANIZATION_ID": "o-1",
        ]
        return try await ServiceChoice(environment: environment.merging(more) { $1 })
            .open(over: self, clock: .hasty) { _ in }
    }
}
