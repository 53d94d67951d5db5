import HTTPTypes
import Hummingbird

extension Response {
    /// The same answer, whose connection closes after some bytes of the body.
    func cut(after bytes: Int) -> Response {
        let whole = body
        var response = self
        response.body = ResponseBody(contentLength: body.contentLength) { writer in
            try await whole.write(CutWriter(parent: writer, left: bytes))
        }
        return response
    }
}

/// Passes on so many bytes, then breaks.
private struct CutWriter: ResponseBodyWriter {
    var parent: any ResponseBodyWriter
    var left: Int

    @concurrent mutating func write(_ buffer: ByteBuffer) async throws {
        let piece =
            buffer.readableBytes <= left ? buffer : buffer.getSlice(at: buffer.readerIndex, length: left)
        left -= piece?.readableBytes ?? 0
        if let piece { try await parent.write(piece) }
        if left == 0 { throw ConnectionClosed() }
    }

    @concurrent consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        throw ConnectionClosed()
    }
}
