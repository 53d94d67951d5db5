import Foundation
import Hummingbird

extension Request {
    /// The whole body; throws 413 when it is longer than `limit` bytes.
    func content(limit: Int) async throws -> Data {
        var data = Data()
        for try await piece in body {
            data.append(contentsOf: piece.readableBytesView)
            if data.count > limit { throw Refusal(413, message: "the body is larger than \(limit) bytes") }
        }
        return data
    }

    /// The body as a JSON object; throws 400 when it is none.
    func object() async throws -> JSON {
        guard let json = JSON(parsing: try await content(limit: 16 << 20)), json.object != nil else {
            throw Refusal(400, message: "the body is not a JSON object")
        }
        return json
    }

    /// The query parameter `limit`, or `standard` where it is missing; throws 422 when it is no whole number from 1 on.
    func limit(_ standard: Int) throws -> Int {
        guard let text = uri.queryParameters["limit"] else { return standard }
        guard let limit = Int(text), limit >= 1 else { throw Refusal.invalid("limit must be 1 or more") }
        return limit
    }
}
