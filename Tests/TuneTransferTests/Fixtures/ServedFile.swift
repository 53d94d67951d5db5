import TestSupport

@testable import TuneTransfer

/// A file that is served.
struct ServedFile: Sendable {
    var bytes: [UInt8]
    var tag: String? = "\"one\""

    init(_ count: Int, seed: UInt64 = 1) {
        var generator = SeededGenerator(seed: seed)
        bytes = generator.bytes(count)
    }

    /// The right answer to a request, in pieces; `cut` bytes of the body are sent before the connection breaks.
    func answer(_ request: TransportRequest, cut: Int? = nil, piece: Int = 1000) -> ScriptedAnswer {
        var answer = ScriptedAnswer()
        var start = 0
        if let range = request.headers["Range"], request.headers["If-Range"] == tag,
            let first = Int(range.dropFirst("bytes=".count).dropLast())
        {
            if first >= bytes.count {
                return ScriptedAnswer(
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
