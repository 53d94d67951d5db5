import CZlib

// Unsafe code: zlib reads from `compressed` and writes into memory lent by an `OutputSpan`. Invariants:
// next_in and next_out point into those two only during one call of `inflate`, with avail_in and avail_out
// the bytes that are really there; the counts handed back are differences of the avail fields.

/// The text of a gzip file: every member is inflated in turn, its CRC-32 and length checked by zlib.
@safe
public final class GzipInput: ByteStream {
    /// How many bytes of text have been handed out.
    public private(set) var produced = 0
    private let upstream: any ByteStream
    private let path: String
    private var compressed: [UInt8] = []
    private var next = 0
    private var consumed = 0
    private var stream = unsafe z_stream()
    private var state = State.betweenMembers
    private var hasPendingOutput = false

    private enum State { case betweenMembers, insideMember, padding, ended }
    private static let blockSize = 128 * 1024

    /// Inflates `upstream`; `path` names it in errors.
    public init(_ upstream: any ByteStream, path: String) {
        self.upstream = upstream
        self.path = path
        let gzipWindow: CInt = 15 + 16
        unsafe inflateInit2_(&stream, gzipWindow, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    }

    deinit {
        unsafe inflateEnd(&stream)
    }

    /// True when a file that begins with these bytes is gzip.
    public static func recognises(_ start: Span<UInt8>) -> Bool {
        start.count >= 2 && start[0] == 0x1F && start[1] == 0x8B
    }

    /// Inflates up to `count` bytes; fewer come back at the end of a member.
    public func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        while state != .ended {
            if next == compressed.count, !hasPendingOutput, try !refill() {
                try checkEnd()
                state = .ended
                break
            }
            guard try enterMember() else { continue }
            let got = try inflateSome(count, into: &bytes)
            if got > 0 { return got }
        }
        return 0
    }

    private func refill() throws(ByteError) -> Bool {
        consumed += compressed.count
        compressed.removeAll(keepingCapacity: true)
        next = 0
        return try upstream.read(Self.blockSize, into: &compressed) > 0
    }

    /// The file ended: fine between members, a truncation inside one.
    private func checkEnd() throws(ByteError) {
        if state == .insideMember {
            throw .gzipTruncated(path: path, compressed: consumed, uncompressed: produced)
        }
    }

    /// Steps over padding after a member; true when there is a member to inflate at `next`.
    private func enterMember() throws(ByteError) -> Bool {
        guard state != .insideMember else { return true }
        let isZero = compressed[next] == 0
        if isZero, produced > 0 || consumed + next > 0 {
            state = .padding
            next += 1
            return false
        }
        guard state == .betweenMembers, compressed[next] == 0x1F else {
            throw .gzipTrailingBytes(path: path, compressed: consumed + next)
        }
        unsafe inflateReset(&stream)
        state = .insideMember
        return true
    }

    private func inflateSome(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        var result = Z_OK
        let before = bytes.count
        bytes.append(addingCapacity: count) { (output: inout OutputSpan<UInt8>) in
            unsafe output.withUnsafeMutableBufferPointer { (target, initialized) in
                unsafe compressed.withUnsafeMutableBufferPointer { source in
                    guard let from = source.baseAddress, let into = target.baseAddress else { return }
                    unsafe stream.next_in = from + next
                    unsafe stream.avail_in = UInt32(source.count - next)
                    unsafe stream.next_out = into
                    unsafe stream.avail_out = UInt32(count)
                    result = unsafe inflate(&stream, Z_NO_FLUSH)
                    next = unsafe source.count - Int(stream.avail_in)
                    initialized += unsafe count - Int(stream.avail_out)
                }
            }
        }
        produced += bytes.count - before
        hasPendingOutput = result == Z_OK && bytes.count - before == count
        switch result {
        case Z_STREAM_END: state = .betweenMembers
        case Z_OK, Z_BUF_ERROR: break
        default:
            let detail = unsafe stream.msg.map { unsafe String(cString: $0) } ?? "damaged"
            throw .gzipDamaged(
                path: path, compressed: consumed + next, uncompressed: produced, detail: detail)
        }
        return bytes.count - before
    }
}
