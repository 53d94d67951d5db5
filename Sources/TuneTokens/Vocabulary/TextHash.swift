/// A hash of a token's text from which the hashes of its ends follow: the text as a number in base ``base``.
struct TextHash {
    /// Odd, so that no byte is lost.
    static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The number, modulo 2⁶⁴.
    var value: UInt64

    /// The hash of no text.
    init() {
        value = 0
    }

    /// The hash of `text`.
    init(_ text: Span<UInt8>) {
        value = 0
        for offset in text.indices { append(text[offset]) }
    }

    /// Takes in one more byte.
    mutating func append(_ byte: UInt8) {
        value = value &* Self.base &+ UInt64(byte) &+ 1
    }

    /// The hash of what is left of the text after `front`; `power` is ``base`` to the number of bytes left.
    func dropping(_ front: TextHash, power: UInt64) -> TextHash {
        var rest = TextHash()
        rest.value = value &- front.value &* power
        return rest
    }

    /// The slot to look at first, modulo the number of slots.
    var slot: Int { Int(truncatingIfNeeded: mixed >> 16) & Int.max }

    /// What to compare before the text itself.
    var tag: UInt32 { UInt32(truncatingIfNeeded: mixed &* 0xFF51_AFD7_ED55_8CCD >> 32) }

    private var mixed: UInt64 {
        let folded = (value ^ (value >> 32)) &* 0xD6E8_FEB8_6659_FD93
        return folded ^ (folded >> 32)
    }
}
