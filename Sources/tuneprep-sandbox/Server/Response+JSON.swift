import Foundation
import HTTPTypes
import Hummingbird

extension Response {
    /// An answer of JSON.
    static func json(_ json: JSON, status: Int = 200) -> Response {
        Response(
            status: .init(code: status), headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: json.data)))
    }

    /// An answer of text.
    static func text(_ text: String, type: String = "text/plain", status: Int) -> Response {
        Response(
            status: .init(code: status), headers: [.contentType: type],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// A list as the service gives it: an object with the elements under `data`.
    static func list(_ elements: [JSON]) -> Response { .json(["data": .array(elements)]) }
}
