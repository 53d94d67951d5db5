/// A stream's bytes, held from the first that is not used up to the last that was read.
struct ReadAhead {
    private let upstream: any ByteStream
    private var bytes: [UInt8] = []
    private var next = 0
    private var dropped = 0
    private var isAtEnd = false
    private var failure: ByteError?

    private static let blockSize = 128 * 1024

    init(_ upstream: any ByteStream) {
        self.upstream = upstream
    }

    /// How many bytes of the stream have been used up.
    var position: Int { dropped + next }

    /// The bytes that are there and not used up.
    var rest: Span<UInt8> {
        @_lifetime(borrow self)
        get { bytes.span.extracting(next..<bytes.count) }
    }

    /// Uses up the first `count` bytes of `rest`.
    mutating func advance(_ count: Int) {
        next += count
    }

    /// Reads another block; false at the end of the stream.
    mutating func refill() throws(ByteError) -> Bool {
        if let failure {
            self.failure = nil
            throw failure
        }
        guard !isAtEnd else { return false }
        bytes.removeFirst(next)
        dropped += next
        next = 0
        isAtEnd = try upstream.read(Self.blockSize, into: &bytes) == 0
        return !isAtEnd
    }

    /// Reads until `rest` has `count` bytes; false when the stream ends or fails before. The failure is
    /// thrown by the next `refill`, so that what came before it can be used first.
    mutating func hold(_ count: Int) -> Bool {
        while bytes.count - next < count {
            guard failure == nil else { return false }
            do throws(ByteError) {
                guard try refill() else { return false }
            } catch {
                failure = error
                return false
            }
        }
        return true
    }
}
