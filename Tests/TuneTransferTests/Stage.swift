import Synchronization
import TestSupport
import Testing
import TuneBytes

@testable import TuneTransfer

/// What a scripted answer sends, in order. `nil` as a piece: the connection breaks there.
struct Answer: Sendable {
    var status = 200
    var headers: HeaderList = [:]
    var pieces: [[UInt8]?] = []
    var endsWithConnection = false
    var failure: TransportFailure?
    /// How many bytes of the question's body are taken before all this.
    var taken = Int.max

    static func broken(_ failure: TransportFailure = .broken("dropped")) -> Answer {
        Answer(failure: failure)
    }
}

/// A transport without a network: every request is answered by a closure and remembered.
final class Stage: Transport {
    let requests = Mutex<[TransportRequest]>([])
    /// What was taken of the body of each request.
    let bodies = Mutex<[[UInt8]]>([])
    private let answer: @Sendable (TransportRequest, Int) -> Answer

    /// - Parameter answer: gets the request and how many came before it.
    init(_ answer: @escaping @Sendable (TransportRequest, Int) -> Answer) {
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

/// A clock that never waits before a retry. It looks at the progress only once a test says that nothing more will
/// come, and until the next retry.
final class TestClock: Sendable {
    let pauses = Mutex<[Duration]>([])
    private let time = Mutex(Duration.zero)
    private let silence = Mutex(Silence())

    /// How long each look at the progress takes in truth, while the test's seconds pass.
    private let pace: Duration

    init(pace: Duration = .zero) {
        self.pace = pace
    }

    private struct Silence {
        var isHere = false
        var waiting: [AsyncStream<Void>.Continuation] = []
    }

    /// From now on nothing comes.
    func fallSilent() {
        silence.withLock { silence in
            silence.isHere = true
            for waiting in silence.waiting { waiting.yield() }
            silence.waiting = []
        }
    }

    /// Returns when nothing comes any more, or when the task is cancelled.
    private func untilSilent() async {
        let (stream, signal) = AsyncStream.makeStream(of: Void.self)
        silence.withLock { silence in
            if silence.isHere { signal.yield() } else { silence.waiting.append(signal) }
        }
        for await _ in stream { break }
    }

    var clock: TransferClock {
        TransferClock(
            now: { self.time.withLock { $0 } },
            sleep: { pause, purpose in
                switch purpose {
                case .retry:
                    self.silence.withLock { $0.isHere = false }
                    self.pauses.withLock { $0.append(pause) }
                case .watch:
                    await self.untilSilent()
                    if self.pace > .zero { try await Task.sleep(for: self.pace) }
                }
                self.time.withLock { $0 += pause }
                try Task.checkCancellation()
            },
            chance: { 0.5 })
    }
}

/// A file that is served.
struct Served: Sendable {
    var bytes: [UInt8]
    var tag: String? = "\"one\""

    init(_ count: Int, seed: UInt64 = 1) {
        var generator = SeededGenerator(seed: seed)
        bytes = generator.bytes(count)
    }

    /// The right answer to a request, in pieces; `cut` bytes of the body are sent before the connection breaks.
    func answer(_ request: TransportRequest, cut: Int? = nil, piece: Int = 1000) -> Answer {
        var answer = Answer()
        var start = 0
        if let range = request.headers["Range"], request.headers["If-Range"] == tag,
            let first = Int(range.dropFirst("bytes=".count).dropLast())
        {
            if first >= bytes.count {
                return Answer(
                    status: 416, headers: ["Content-Range": "bytes */\(bytes.count)"], pieces: [[1, 2]])
            }
            start = first
            answer.status = 206
            answer.headers.add("Content-Range", "bytes \(start)-\(bytes.count - 1)/\(bytes.count)")
        }
        if let tag { answer.headers.add("ETag", tag) }
        answer.headers.add("Content-Length", "\(bytes.count - start)")
        let end = min(bytes.count, start + (cut ?? bytes.count))
        answer.pieces = stride(from: start, to: end, by: piece).map {
            Array(bytes[$0..<min($0 + piece, end)])
        }
        if end < bytes.count { answer.pieces.append(nil) }
        return answer
    }
}

/// Where a test's file is and goes.
struct Setting {
    let folder: TemporaryFolder
    var download: Download
    let clock = TestClock()
    let notes = Notes()

    init(_ address: String = "https://files.example/a/file.bin?sig=SECRET") throws {
        folder = try TemporaryFolder()
        download = Download(try #require(WebAddress(address)), to: folder.path("file.bin"))
    }

    var bytes: [UInt8] { get throws { try folder.bytes(of: "file.bin") } }
    var names: [String] { get throws { try folder.names } }

    @discardableResult
    func run(_ stage: some Transport) async throws -> Download.Received {
        let notes = notes
        return try await download.run(over: stage, clock: clock.clock) { notes.add($0) }
    }

    /// The error of a download that must fail.
    func error(_ stage: some Transport) async throws -> TransferError {
        do {
            _ = try await run(stage)
        } catch let error as TransferError {
            return error
        }
        Issue.record("the download did not fail")
        throw Missing()
    }

    struct Missing: Error {}
}

/// What a download told.
final class Notes: Sendable {
    private let all = Mutex<[TransferNote]>([])

    func add(_ note: TransferNote) {
        all.withLock { $0.append(note) }
    }

    var restarts: [TransferNote.Restart] {
        all.withLock { $0.compactMap { if case .startedOver(let reason) = $0 { reason } else { nil } } }
    }
}
