import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// Bytes that can be fetched in pieces (RFC 9110, one range).
struct RangedAnswer {
    let content: Data
    let type: String
    let scenario: Scenario

    init(content: Data, type: String, _ scenario: Scenario) {
        self.content = content
        self.type = type
        self.scenario = scenario
    }

    /// The archive of a job's model.
    init(archive job: StoredJob, _ world: World) {
        let scenario = world.scenario
        let content = world.shelf.archive(of: job, scenario)
        self.init(content: content, type: "application/gzip", scenario)
    }

    private var etag: String? {
        let digest = SHA256.hash(data: content).prefix(16)
        let text = digest.map { String(256 + Int($0), radix: 16).dropFirst() }.joined()
        switch scenario.etag {
        case .strong: return "\"\(text)\""
        case .weak: return "W/\"\(text)\""
        case .none: return nil
        }
    }

    func response(to request: Request) -> Response {
        var headers: HTTPFields = [.contentType: type]
        if scenario.ranges { headers[.acceptRanges] = "bytes" }
        headers[.eTag] = etag
        guard scenario.ranges, let text = request.headers[.range], applies(request.headers[.ifRange]),
            let wanted = ByteRange(text)
        else { return answer(.ok, headers, content[...]) }
        guard let range = wanted.within(content.count) else {
            headers[.contentRange] = "bytes */\(content.count)"
            return answer(.rangeNotSatisfiable, headers, Data())
        }
        headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.count)"
        return answer(.partialContent, headers, content[range])
    }

    /// Whether a range is wanted of this very version: a weak validator never says so.
    private func applies(_ ifRange: String?) -> Bool {
        guard let ifRange else { return true }
        return ifRange == etag && scenario.etag == .strong
    }

    private func answer(_ status: HTTPResponse.Status, _ headers: HTTPFields, _ bytes: Data) -> Response {
        let buffer = ByteBuffer(bytes: bytes)
        guard !scenario.contentLength else {
            return Response(status: status, headers: headers, body: .init(byteBuffer: buffer))
        }
        let body = ResponseBody { writer in
            try await writer.write(buffer)
            try await writer.finish(nil)
        }
        return Response(status: status, headers: headers, body: body)
    }
}

/// One range of a `Range` header.
enum ByteRange: Equatable {
    case from(Int, through: Int?)
    case last(Int)

    /// Reads `bytes=0-9`, `bytes=10-` or `bytes=-5`; nil for anything else, several ranges too.
    init?(_ text: String) {
        guard text.hasPrefix("bytes=") else { return nil }
        let ends = text.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        if let first = Int(ends[0]) {
            if ends[1].isEmpty {
                self = .from(first, through: nil)
            } else if let last = Int(ends[1]), last >= first {
                self = .from(first, through: last)
            } else {
                return nil
            }
        } else if ends[0].isEmpty, let count = Int(ends[1]) {
            self = .last(count)
        } else {
            return nil
        }
    }

    /// The bytes it names of so many, nil when there are none.
    func within(_ size: Int) -> Range<Int>? {
        switch self {
        case .from(let first, let last):
            guard first < size else { return nil }
            return first..<min(size - 1, last ?? size - 1) + 1
        case .last(let count):
            guard count > 0, size > 0 else { return nil }
            return max(0, size - count)..<size
        }
    }
}
