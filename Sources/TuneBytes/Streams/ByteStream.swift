/// Something that hands out bytes from front to back, once.
public protocol ByteStream: AnyObject {
    /// Appends up to `count` bytes to `bytes` and returns how many; 0 means the end.
    func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int
}

/// Bytes that are already in memory.
public final class MemoryInput: ByteStream {
    private let bytes: [UInt8]
    private var position = 0

    /// A stream over `bytes`.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Appends up to `count` of the bytes not handed out yet.
    public func read(_ count: Int, into output: inout [UInt8]) throws(ByteError) -> Int {
        let end = min(position + count, bytes.count)
        defer { position = end }
        output.append(contentsOf: bytes[position..<end])
        return end - position
    }
}
