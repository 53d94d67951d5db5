/// A stream whose first bytes can be looked at before they are read.
public final class PushbackInput: ByteStream {
    private let upstream: any ByteStream
    private var seen: [UInt8] = []

    /// A stream of the bytes of `upstream`.
    public init(_ upstream: any ByteStream) {
        self.upstream = upstream
    }

    /// The next bytes, `count` of them unless the stream is shorter, left in place.
    public func peek(_ count: Int) throws(ByteError) -> [UInt8] {
        while seen.count < count {
            if try upstream.read(count - seen.count, into: &seen) == 0 { break }
        }
        return seen
    }

    /// Throws away the next `count` bytes, which must have been looked at.
    public func drop(_ count: Int) {
        seen.removeFirst(min(count, seen.count))
    }

    /// Appends up to `count` bytes to `bytes`: first those looked at.
    public func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        guard !seen.isEmpty else { return try upstream.read(count, into: &bytes) }
        let taken = min(count, seen.count)
        bytes.append(contentsOf: seen[..<taken])
        seen.removeFirst(taken)
        return taken
    }
}
