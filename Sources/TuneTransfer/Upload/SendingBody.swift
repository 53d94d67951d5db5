internal import AsyncHTTPClient
internal import NIOCore
internal import TuneBytes

/// A request's body as the client asks for it: a piece when there is room for one.
///
/// The client only says that there is no room once its event loop has seen the piece before. A busy loop would let
/// all of a file into memory, so each piece waits until the loop has come to its end.
struct SendingBody: AsyncSequence, Sendable {
    let body: RequestBody
    let loop: any EventLoop

    /// The body as a part of a message; nil for one without bytes.
    static func message(_ body: RequestBody, on loop: any EventLoop) -> HTTPClientRequest.Body? {
        guard body.length > 0 else { return nil }
        return .stream(SendingBody(body: body, loop: loop), length: .known(Int64(body.length)))
    }

    func makeAsyncIterator() -> Iterator { Iterator(body: body, loop: loop) }

    struct Iterator: AsyncIteratorProtocol {
        let body: RequestBody
        let loop: any EventLoop
        var pieces: (any RequestPieces)?

        mutating func next() async throws -> ByteBuffer? {
            try await loop.submit {}.get()
            let pieces = try self.pieces ?? body.begin()
            self.pieces = pieces
            return try await pieces.next().map { ByteBuffer(bytes: $0) }
        }
    }
}
