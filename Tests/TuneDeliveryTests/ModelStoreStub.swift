import Foundation
import Synchronization
import TestSupport
import TuneDelivery
import TunePipeline
import TuneTransfer

/// The service with a finished job `j-1`, and the store its model lies in, which answers as a test says.
final class ModelStoreStub: Transport {
    /// A version of the archive.
    struct Version: Sendable {
        var bytes: [UInt8]
        var tag: String
    }

    /// How one request is answered.
    struct Answer: Sendable {
        var version: Version
        /// After so many bytes the connection breaks.
        var cut: Int?
    }

    static let job =
        #"{"id":"j-1","status":"completed","hyperparameters":{"lora":{"r":2,"alpha":4,"trainable_modules":["q_proj"]}}}"#

    private let service: NscaleStub
    private let answer: @Sendable (Int) -> Answer
    private let counts = Mutex((requests: 0, bytes: 0))
    private let pause: Duration

    /// - Parameters:
    ///   - pause: the time each 4,000 bytes take.
    ///   - answer: gets how many requests came before.
    init(
        job: String = ModelStoreStub.job, pause: Duration = .zero,
        _ answer: @escaping @Sendable (Int) -> Answer
    ) {
        service = NscaleStub([
            "GET /jobs/j-1": .json(job),
            "GET /jobs/j-1/download": .init(
                status: 302, headers: ["Location": "https://store.example/m.tar.gz?sig=CANARY"]),
        ])
        self.pause = pause
        self.answer = answer
    }

    /// A store that always has this archive.
    convenience init(_ bytes: [UInt8], job: String = ModelStoreStub.job, pause: Duration = .zero) {
        let version = Version(bytes: bytes, tag: "\"one\"")
        self.init(job: job, pause: pause) { _ in Answer(version: version) }
    }

    /// How many bytes of the archive were handed out.
    var sent: Int { counts.withLock { $0.bytes } }
    /// How many requests there were of the service.
    var questions: Int { service.requests.count }

    /// A run that retrieves from here.
    func run(isForced: Bool = false) async throws -> DownloadRun {
        DownloadRun(try await service.opened(), over: self, clock: .hasty, isForced: isForced)
    }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        guard request.address.origin.description == "https://store.example" else {
            return try await service.send(request)
        }
        let number = counts.withLock { counts in
            counts.requests += 1
            return counts.requests - 1
        }
        let answer = answer(number)
        let (bytes, tag) = (answer.version.bytes, answer.version.tag)
        var (headers, start, status): (HeaderList, Int, Int) = (["ETag": tag], 0, 200)
        if let range = request.headers["Range"], request.headers["If-Range"] == tag {
            start = Int(range.dropFirst("bytes=".count).dropLast()) ?? 0
            if start >= bytes.count {
                headers.add("Content-Range", "bytes */\(bytes.count)")
                return TransportResponse(
                    head: ResponseHead(address: request.address, status: 416, headers: headers),
                    body: Body([], cut: nil, pause: .zero) { _ in })
            }
            status = 206
            headers.add("Content-Range", "bytes \(start)-\(bytes.count - 1)/\(bytes.count)")
        }
        headers.add("Content-Length", "\(bytes.count - start)")
        let body = Body(Array(bytes[start...]), cut: answer.cut, pause: pause) { count in
            self.counts.withLock { $0.bytes += count }
        }
        return TransportResponse(
            head: ResponseHead(address: request.address, status: status, headers: headers), body: body)
    }

    private final class Body: TransportBody {
        private let rest: Mutex<ArraySlice<UInt8>>
        private let breaks: Bool
        private let pause: Duration
        private let count: @Sendable (Int) -> Void

        init(_ bytes: [UInt8], cut: Int?, pause: Duration, count: @escaping @Sendable (Int) -> Void) {
            rest = Mutex(bytes.prefix(cut ?? bytes.count))
            breaks = (cut ?? bytes.count) < bytes.count
            self.pause = pause
            self.count = count
        }

        func next() async throws(TransportFailure) -> [UInt8]? {
            if Task.isCancelled { throw .cancelled }
            if pause > .zero { try? await Task.sleep(for: pause) }
            let piece = rest.withLock { rest in
                let piece = Array(rest.prefix(4000))
                rest = rest.dropFirst(4000)
                return piece
            }
            if piece.isEmpty, breaks { throw .broken("dropped") }
            count(piece.count)
            return piece.isEmpty ? nil : piece
        }
    }
}
