/// Knows where no token crosses: between two characters, of which and of whose neighbours no token has the bytes in a
/// row, a text can be cut and the parts counted by themselves.
///
/// For each boundary of characters inside each token, up to three bytes on either side are remembered in a Bloom
/// filter, and how many of them by the two bytes at the boundary. It errs only towards not cutting.
struct BoundaryFilter {
    /// By the bytes before and after: bit `(left - 1) * 3 + right - 1` for each number of bytes remembered.
    let sizes: Table<UInt16>
    /// The filter's bits, 64 in each word.
    let bits: Table<UInt64>

    static let sizeCount = 1 << 16
    static let wordCount = 1 << 17
    private static let reach = 3

    /// Remembers every boundary inside a token.
    func insert(_ token: Span<UInt8>) {
        for boundary in token.indices.dropFirst() where token[boundary] & 0xC0 != 0x80 {
            let left = min(boundary, Self.reach)
            let right = min(token.count - boundary, Self.reach)
            sizes[Int(token[boundary - 1]) << 8 | Int(token[boundary])] |=
                1 << UInt16((left - 1) * 3 + right - 1)
            var window: UInt64 = 0
            for offset in -left..<right {
                window |= UInt64(token[boundary + offset]) << UInt64(8 * (offset + Self.reach))
            }
            let bit = Self.bit(window, left: left, right: right)
            bits[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }

    /// Visits each way in which a token may cross `boundary`, by the index of its bit in the filter. Three bytes before
    /// and five from there on can be read; those outside of `left` bytes before and `right` from there on do not count.
    @inline(__always) func forEachWay(
        across boundary: Int, in text: Table<UInt8>, left: Int, right: Int,
        _ body: (_ bit: Int, _ isWide: Bool) -> Void
    ) {
        let window = text.word(at: boundary &- Self.reach)
        var sizes = sizes[Int(window &>> 8) & 0xFF00 | Int(window &>> 24) & 0xFF]
        while sizes != 0 {
            let (before, after) = Self.size(sizes.trailingZeroBitCount)
            sizes &= sizes &- 1
            if before > left || after > right { continue }
            body(
                Self.bit(window & Self.mask(before, after), left: before, right: after),
                before &+ after == 2 &* Self.reach)
        }
    }

    /// True when a token has the bytes of this bit.
    @inline(__always) func holds(_ bit: Int) -> Bool {
        (bits[bit &>> 6] &>> UInt64(bit & 63)) & 1 == 1
    }

    /// Asks for the word of a bit before it is needed.
    @inline(__always) func prefetch(_ bit: Int) { bits.prefetch(bit &>> 6) }

    @inline(__always) private static func size(_ index: Int) -> (left: Int, right: Int) {
        let left = (index &* 11) &>> 5
        return (left &+ 1, index &- 3 &* left &+ 1)
    }

    /// The bytes of a window that lie within `left` and `right` of its boundary.
    @inline(__always) private static func mask(_ left: Int, _ right: Int) -> UInt64 {
        let low = UInt64(8 &* (reach &- left))
        return (~0 &<< low) & ~(~0 &<< UInt64(8 &* (reach &+ right)))
    }

    @inline(__always) private static func bit(_ window: UInt64, left: Int, right: Int) -> Int {
        let key = window | UInt64(left &* 4 &+ right) &<< 56
        return Int(truncatingIfNeeded: ((key ^ (key &>> 29)) &* 0x9E37_79B9_7F4A_7C15) &>> 41)
    }
}
