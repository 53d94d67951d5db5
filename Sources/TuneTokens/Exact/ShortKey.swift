internal import CKernels

/// Up to 15 bytes as a number, with room for how many tokens they are: byte 15 holds the length in its upper half, the
/// tokens in its lower.
typealias ShortKey = text_slot

extension text_slot {
    /// The longest text that fits.
    static let longest = 15
    private static let tokensMask: UInt64 = 0x0F00_0000_0000_0000

    /// The key of `length` bytes, of which `low` and `high` are the first sixteen, whatever follows them.
    @inline(__always) init(_ low: UInt64, _ high: UInt64, length: Int) {
        // Shifts of 64 and more give zero.
        let lowBits = 8 * length
        self.init(
            low: low & ~(~0 << UInt64(lowBits)),
            high: high & ~(~0 << UInt64(max(0, lowBits - 64))) | UInt64(length) &<< 60)
    }

    /// Number of bytes of the text.
    @inline(__always) var length: Int { Int(high &>> 60) }
    /// Number of tokens of the text, in a slot.
    @inline(__always) var tokens: Int { Int(truncatingIfNeeded: high &>> 56) & 15 }
    /// True for a free slot.
    @inline(__always) var isFree: Bool { high == 0 }

    /// This key with its tokens.
    func with(tokens: Int) -> ShortKey {
        ShortKey(low: low, high: high & ~Self.tokensMask | UInt64(tokens) << 56)
    }

    /// This slot without its tokens.
    var key: ShortKey { ShortKey(low: low, high: high & ~Self.tokensMask) }

    /// True when a slot holds this key.
    @inline(__always) func matches(_ slot: ShortKey) -> Bool {
        (low ^ slot.low) | ((high ^ slot.high) & ~Self.tokensMask) == 0
    }

    /// A hash whose upper bits are the better ones.
    @inline(__always) var hash: UInt64 {
        low &* 0x9E37_79B9_7F4A_7C15 ^ (high &* 0xC2B2_AE3D_27D4_EB4F)
    }

    /// Writes the bytes to the first sixteen of `text`.
    func spell(to text: Table<UInt8>) {
        for index in 0..<8 {
            text[index] = UInt8(truncatingIfNeeded: low >> UInt64(8 * index))
            text[index + 8] = UInt8(truncatingIfNeeded: high >> UInt64(8 * index))
        }
        text[15] = 0
    }
}
