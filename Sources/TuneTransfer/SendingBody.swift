internal import AsyncHTTPClient
internal import NIOCore
internal import TuneBytes

/// A request's body as the client asks for it: a piece when there is room for one.
struct SendingBody: AsyncSequence, Sendable {
    let body: RequestBody

    /// The body as a part of a message; nil for one without bytes.
    static func message(_ body: RequestBody) -> HTTPClientRequest.Body? {
        guard body.length > 0 else { return nil }
        return .stream(SendingBody(body: body), length: .known(Int64(body.length)))
    }

    func makeAsyncIterator() -> Iterator { Iterator(body: body) }

    struct Iterator: AsyncIteratorProtocol {
        let body: RequestBody
        var pieces: (any RequestPieces)?

        mutating func next() async throws -> ByteBuffer? {
            let pieces = try self.pieces ?? body.begin()
            self.pieces = pieces
            return try await pieces.next().map { ByteBuffer(bytes: $0) }
        }
    }
}
