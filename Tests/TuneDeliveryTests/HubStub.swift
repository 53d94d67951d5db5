import Foundation
import Synchronization
import TestSupport
import TuneBytes
import TuneTransfer

/// A hub without a network: answers by the end of the address, and remembers what it was asked.
final class HubStub: Transport {
    struct Answer: Sendable {
        var status = 200
        var headers: [String: String] = [:]
        var body: [UInt8] = []
    }

    private let files: [String: Answer]
    private let asked = Mutex<[String]>([])

    /// Every other file is missing, by the hub's own code.
    init(_ files: [String: Answer]) {
        self.files = files
    }

    /// The addresses asked for, in order.
    var addresses: [String] { asked.withLock { $0 } }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let address = request.address.description
        asked.withLock { $0.append(address) }
        let missing = Answer(status: 404, headers: ["X-Error-Code": "EntryNotFound"])
        let answer = files.first { address.hasSuffix($0.key) }?.value ?? missing
        var headers: HeaderList = ["Content-Length": "\(answer.body.count)"]
        for (name, value) in answer.headers { headers.add(name, value) }
        return TransportResponse(
            head: ResponseHead(address: request.address, status: answer.status, headers: headers),
            body: WholeBody(answer.body))
    }
}

extension HubStub.Answer {
    /// A file as the hub sends it, with git's name for it.
    static func file(_ text: String, announced: String? = nil) -> HubStub.Answer {
        let bytes = Array(text.utf8)
        let git = Array("blob \(bytes.count)\0".utf8) + Array((announced ?? text).utf8)
        return HubStub.Answer(
            headers: [
                "ETag": "\"\(SHA1(git).hexadecimal)\"", "X-Repo-Commit": String(repeating: "c", count: 40),
            ],
            body: bytes)
    }
}

extension TransferClock {
    /// A clock that does not wait before a retry.
    static var hasty: TransferClock {
        TransferClock(
            now: { .zero },
            sleep: { _, purpose in
                if purpose == .watch { try await Task.sleep(for: .seconds(3600)) }
                try Task.checkCancellation()
            }, chance: { 0 })
    }
}
