import CZlib

// Unsafe code: zlib reads from a lent span and writes into memory lent by an `OutputSpan`. Invariants:
// next_in and next_out point into those two only during one call of `inflate`, with avail_in and avail_out
// the bytes that are really there; zlib does not write through next_in; the counts handed back are
// differences of the avail fields. zlib keeps the address of `stream`: it stays in this object.

/// Inflates gzip members, one at a time; zlib checks their CRC-32 and length.
@safe
final class Inflater {
    /// How a call ended.
    enum Outcome: Equatable { case memberEnded, progressed, stuck, damaged(detail: String) }

    private var stream = unsafe z_stream()

    init() {
        let gzipWindow: CInt = 15 + 16
        unsafe inflateInit2_(&stream, gzipWindow, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    }

    deinit {
        unsafe inflateEnd(&stream)
    }

    /// Makes ready for the first byte of a member.
    func reset() {
        unsafe inflateReset(&stream)
    }

    /// Goes on with a member and appends up to `count` bytes to `output`, which must have room for them;
    /// `read` says how many bytes of `source` are used up.
    func inflate(
        _ source: Span<UInt8>, into output: inout OutputSpan<UInt8>, count: Int
    ) -> (outcome: Outcome, read: Int) {
        precondition(count <= output.freeCapacity)
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.avail_out = UInt32(count)
        let result = unsafe source.withUnsafeBufferPointer { from in
            unsafe output.withUnsafeMutableBufferPointer { (into, initialized) in
                guard let target = into.baseAddress else { return Z_BUF_ERROR }
                unsafe stream.next_in = UnsafeMutablePointer(mutating: from.baseAddress)
                unsafe stream.next_out = target + initialized
                defer { initialized += unsafe count - Int(stream.avail_out) }
                return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
            }
        }
        return (outcome(result), unsafe source.count - Int(stream.avail_in))
    }

    private func outcome(_ result: CInt) -> Outcome {
        switch result {
        case Z_STREAM_END: .memberEnded
        case Z_OK: .progressed
        case Z_BUF_ERROR: .stuck
        default: .damaged(detail: unsafe stream.msg.map { unsafe String(cString: $0) } ?? "damaged")
        }
    }
}
