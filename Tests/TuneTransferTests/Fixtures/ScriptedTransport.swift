import Synchronization
import TuneBytes

@testable import TuneTransfer

/// A transport without a network: every request is answered by a closure and remembered.
final class ScriptedTransport: Transport {
    let requests = Mutex<[TransportRequest]>([])
    /// What was taken of the body of each request.
    let bodies = Mutex<[[UInt8]]>([])
    private let answer: @Sendable (TransportRequest, Int) -> ScriptedAnswer

    /// - Parameter answer: gets the request and how many came before it.
    init(_ answer: @escaping @Sendable (TransportRequest, Int) -> ScriptedAnswer) {
        self.answer = answer
    }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let number = requests.withLock { requests in
            requests.append(request)
            return requests.count - 1
        }
        let answer = answer(request, number)
        try await take(request.body, answer.taken)
        if let failure = answer.failure { throw failure }
        let head = ResponseHead(
            address: request.address, status: answer.status, headers: answer.headers,
            endsWithConnection: answer.endsWithConnection)
        return TransportResponse(head: head, body: Pieces(answer.pieces))
    }

    private func take(_ body: RequestBody?, _ count: Int) async throws(TransportFailure) {
        var taken: [UInt8] = []
        defer { bodies.withLock { $0.append(taken) } }
        do throws(ByteError) {
            guard let pieces = try body?.begin() else { return }
            while taken.count < count, let piece = try await pieces.next() { taken += piece }
        } catch {
            throw .unreadable(error)
        }
    }

    /// The `Range` of each request; nil where all was asked for.
    var ranges: [String?] { requests.withLock { $0.map { $0.headers["Range"] } } }
    var count: Int { requests.withLock { $0.count } }
}

private final class Pieces: TransportBody {
    private let pieces: Mutex<ArraySlice<[UInt8]?>>

    init(_ pieces: [[UInt8]?]) {
        self.pieces = Mutex(pieces[...])
    }

    func next() async throws(TransportFailure) -> [UInt8]? {
        if Task.isCancelled { throw .cancelled }
        guard let piece = pieces.withLock({ $0.popFirst() }) else { return nil }
        guard let piece else { throw .broken("dropped") }
        return piece
    }
}
