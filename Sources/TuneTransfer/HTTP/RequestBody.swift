public import TuneBytes

/// The body of a request: bytes of a known number, which can be had again from the beginning for a second try.
public struct RequestBody: Sendable {
    /// Number of bytes it has in all.
    public var length: Int
    /// Begins it, from its first byte.
    public var begin: @Sendable () throws(ByteError) -> any RequestPieces

    /// A body of `length` bytes.
    public init(length: Int, begin: @escaping @Sendable () throws(ByteError) -> any RequestPieces) {
        self.length = length
        self.begin = begin
    }

    /// A body that is in memory.
    public init(_ bytes: [UInt8]) {
        self.init(length: bytes.count) { BytesOnce(bytes) }
    }
}

private actor BytesOnce: RequestPieces {
    private var bytes: [UInt8]?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes.isEmpty ? nil : bytes
    }

    func next() -> [UInt8]? {
        defer { bytes = nil }
        return bytes
    }
}
