import TuneBytes

/// Cuts JSON Lines where a line that begins an object follows, so that a broken record and the lines it takes
/// along stay in one slice.
struct LineCutter {
    /// From this size on a slice is cut at any line end, for text that holds no objects at all.
    private static let patience = 16 << 20

    /// The last offset at which `bytes` can be cut, 0 for none.
    func boundary(in bytes: Span<UInt8>) -> Int {
        var end = bytes.count
        while let lineEnd = bytes.lastOffset(of: 0x0A, before: end) {
            if Self.beginsObject(bytes, at: lineEnd + 1) { return lineEnd + 1 }
            if bytes.count > Self.patience { return lineEnd + 1 }
            end = lineEnd
        }
        return 0
    }

    /// True when the first byte at or after `start` that is neither space nor tab opens an object.
    static func beginsObject(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        var position = start
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
        return position < bytes.count && bytes[position] == UInt8(ascii: "{")
    }
}
