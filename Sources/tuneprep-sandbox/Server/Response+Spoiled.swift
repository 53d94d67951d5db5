import Foundation
import HTTPTypes
import Hummingbird

extension Response {
    /// The same answer, its body sent as a fault says: slowly, stalling, cut.
    func spoiled(by fault: Fault) -> Response {
        guard fault.cut != nil || fault.pace != nil else { return self }
        let whole = body
        var response = self
        response.body = ResponseBody(contentLength: body.contentLength) { writer in
            try await whole.write(SpoiledWriter(parent: writer, fault: fault, left: fault.cut ?? .max))
        }
        return response
    }
}

/// Passes on the `left` bytes, then waits and closes the connection.
private struct SpoiledWriter: ResponseBodyWriter {
    var parent: any ResponseBodyWriter
    let fault: Fault
    var left: Int

    @concurrent mutating func write(_ buffer: ByteBuffer) async throws {
        var rest = buffer
        while let piece = rest.readSlice(length: min(rest.readableBytes, left, fault.pace ?? .max)),
            piece.readableBytes > 0
        {
            try await parent.write(piece)
            left -= piece.readableBytes
            if fault.pace != nil { try await Task.sleep(for: .seconds(1)) }
        }
        if left == 0 { try await breakOff() }
    }

    @concurrent consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        guard fault.cut == nil else { return try await breakOff() }
        try await parent.finish(trailingHeaders)
    }

    private func breakOff() async throws {
        try await Task.sleep(for: .seconds(fault.stall))
        throw ConnectionClosed()
    }
}
