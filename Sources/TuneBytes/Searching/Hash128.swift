// Unsafe code: unaligned 8-byte loads from a lent span, only where `offset + 8 <= count`.

/// A fixed 128-bit hash of bytes: the same on every run, platform and version (MurmurHash3 x64 128, seed 0,
/// by A. Appleby, public domain). It tells texts apart; it does not resist an attacker.
public struct Hash128: Hashable, Sendable, Comparable {
    /// The first 64 bits.
    public var high: UInt64
    /// The last 64 bits.
    public var low: UInt64

    /// The hash of `bytes`.
    public init(_ bytes: Span<UInt8>) {
        (high, low) = Self.murmur(bytes)
    }

    /// A hash with these halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The hash of a sequence of hashes, in order.
    public func followed(by next: Hash128) -> Hash128 {
        let first = Self.finish((high ^ next.low) &* Self.k1 &+ next.high)
        let second = Self.finish((low &+ next.high) &* Self.k2 ^ next.low)
        return Hash128(high: first &+ second, low: first ^ (second &* 3))
    }

    /// Orders hashes as 128-bit numbers.
    public static func < (one: Hash128, other: Hash128) -> Bool {
        one.high != other.high ? one.high < other.high : one.low < other.low
    }

    private static let k1: UInt64 = 0x87C3_7B91_1142_53D5
    private static let k2: UInt64 = 0x4CF5_AD43_2745_937F

    private static func murmur(_ bytes: Span<UInt8>) -> (UInt64, UInt64) {
        var h1: UInt64 = 0
        var h2: UInt64 = 0
        let blocks = bytes.count / 16
        let raw = unsafe bytes.bytes
        for block in 0..<blocks {
            let one = unsafe raw.unsafeLoadUnaligned(fromByteOffset: block &* 16, as: UInt64.self)
            let two = unsafe raw.unsafeLoadUnaligned(fromByteOffset: block &* 16 &+ 8, as: UInt64.self)
            h1 ^= scramble1(UInt64(littleEndian: one))
            h1 = (rotated(h1, 27) &+ h2) &* 5 &+ 0x52DC_E729
            h2 ^= scramble2(UInt64(littleEndian: two))
            h2 = (rotated(h2, 31) &+ h1) &* 5 &+ 0x3849_5AB5
        }
        let (tail1, tail2) = tail(of: bytes, from: blocks * 16)
        h2 ^= scramble2(tail2)
        h1 ^= scramble1(tail1)
        h1 ^= UInt64(bytes.count)
        h2 ^= UInt64(bytes.count)
        h1 = h1 &+ h2
        h2 = h2 &+ h1
        h1 = finish(h1)
        h2 = finish(h2)
        h1 = h1 &+ h2
        return (h1, h2 &+ h1)
    }

    private static func tail(of bytes: Span<UInt8>, from start: Int) -> (UInt64, UInt64) {
        var one: UInt64 = 0
        var two: UInt64 = 0
        for offset in start..<bytes.count {
            let place = UInt64(offset - start)
            let byte = UInt64(bytes[offset])
            if place < 8 { one |= byte << (8 * place) } else { two |= byte << (8 * (place - 8)) }
        }
        return (one, two)
    }

    private static func scramble1(_ word: UInt64) -> UInt64 { rotated(word &* k1, 31) &* k2 }
    private static func scramble2(_ word: UInt64) -> UInt64 { rotated(word &* k2, 33) &* k1 }
    private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
        word << bits | word >> (64 - bits)
    }

    private static func finish(_ word: UInt64) -> UInt64 {
        var word = word
        word ^= word >> 33
        word = word &* 0xFF51_AFD7_ED55_8CCD
        word ^= word >> 33
        word = word &* 0xC4CE_B9FE_1A85_EC53
        return word ^ (word >> 33)
    }
}
