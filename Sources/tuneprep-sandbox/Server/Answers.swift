import Foundation
import HTTPTypes
import Hummingbird

extension Response {
    /// A JSON answer.
    static func json(_ json: JSON, status: Int = 200) -> Response {
        Response(
            status: .init(code: status), headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: json.data)))
    }

    static func text(_ text: String, type: String = "text/plain", status: Int) -> Response {
        Response(
            status: .init(code: status), headers: [.contentType: type],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    static func list(_ elements: [JSON]) -> Response { .json(["data": .array(elements)]) }
}

extension Request {
    /// The whole body, refused when it is longer than a limit.
    func content(limit: Int) async throws -> Data {
        var data = Data()
        for try await piece in body {
            data.append(contentsOf: piece.readableBytesView)
            if data.count > limit { throw Refusal(413, "the body is larger than \(limit) bytes") }
        }
        return data
    }

    /// The body as a JSON object.
    func object() async throws -> JSON {
        guard let json = JSON(parsing: try await content(limit: 16 << 20)), json.object != nil else {
            throw Refusal(400, "the body is not a JSON object")
        }
        return json
    }

    /// The whole number of a query parameter.
    func limit(_ standard: Int) throws -> Int {
        guard let text = uri.queryParameters["limit"] else { return standard }
        guard let limit = Int(text), limit >= 1 else { throw Refusal.invalid("limit must be 1 or more") }
        return limit
    }
}

extension SandboxContext {
    /// The id in the path.
    var id: String { parameters.get("id") ?? "" }
}
