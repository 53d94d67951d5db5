import Foundation
import HTTPTypes
import Hummingbird

/// An answer whose bytes can be fetched in ranges (RFC 9110, one range a request).
struct RangedResponse {
    let content: Data
    let type: String
    let scenario: Scenario

    /// An answer of these bytes and this content type.
    init(content: Data, type: String, scenario: Scenario) {
        self.content = content
        self.type = type
        self.scenario = scenario
    }

    /// The archive of a job's model.
    init(archiveOf job: StoredJob, in app: AppState) {
        let scenario = app.scenario
        let content = app.archives.archive(of: job, in: scenario)
        self.init(content: content, type: "application/gzip", scenario: scenario)
    }

    private var etag: String? {
        let text = Digest.text(of: Digest.sha256(content).prefix(16))
        switch scenario.etag {
        case .strong: return "\"\(text)\""
        case .weak: return "W/\"\(text)\""
        case .none: return nil
        }
    }

    /// The answer: the whole, the range that is asked for, or that it cannot be satisfied.
    func response(to request: Request) -> Response {
        var headers: HTTPFields = [.contentType: type]
        if scenario.ranges { headers[.acceptRanges] = "bytes" }
        headers[.eTag] = etag
        guard scenario.ranges, let text = request.headers[.range], applies(request.headers[.ifRange]),
            let wanted = ByteRange(text)
        else { return response(.ok, headers: headers, content: content[...]) }
        guard let range = wanted.within(content.count) else {
            headers[.contentRange] = "bytes */\(content.count)"
            return response(.rangeNotSatisfiable, headers: headers, content: Data())
        }
        headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.count)"
        return response(.partialContent, headers: headers, content: content[range])
    }

    /// Whether a range is wanted of this very version: a weak validator never says so.
    private func applies(_ ifRange: String?) -> Bool {
        guard let ifRange else { return true }
        return ifRange == etag && scenario.etag == .strong
    }

    private func response(
        _ status: HTTPResponse.Status, headers: HTTPFields, content: Data
    ) -> Response {
        let buffer = ByteBuffer(bytes: content)
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
