/// SHA-256 as FIPS 180-4 writes it down, step by step, to compare with. Its constants are computed from their definition.
enum TextbookSHA256 {
    /// The hash of `message`, 32 bytes.
    static func digest(of message: [UInt8]) -> [UInt8] {
        var hash = initialHash
        let padded = padded(message)
        for block in stride(from: 0, to: padded.count, by: 64) {
            compress(padded[block..<block + 64], into: &hash)
        }
        return hash.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
    }

    /// 5.1.1: a one, zeros, and the number of bits in 64 bits.
    private static func padded(_ message: [UInt8]) -> [UInt8] {
        var padded = message + [0x80]
        while padded.count % 64 != 56 { padded.append(0) }
        let bits = UInt64(message.count) * 8
        return padded + (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) }
    }

    /// 6.2.2: one block.
    private static func compress(_ block: ArraySlice<UInt8>, into hash: inout [UInt32]) {
        var schedule = (0..<16).map { index in
            block.dropFirst(4 * index).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        }
        for t in 16..<64 {
            let (early, late) = (schedule[t - 15], schedule[t - 2])
            let sigma0 = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
            let sigma1 = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
            schedule.append(sigma1 &+ schedule[t - 7] &+ sigma0 &+ schedule[t - 16])
        }
        var (a, b, c, d) = (hash[0], hash[1], hash[2], hash[3])
        var (e, f, g, h) = (hash[4], hash[5], hash[6], hash[7])
        for t in 0..<64 {
            let sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
            let sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
            let chosen = e & f ^ ~e & g
            let majority = a & b ^ a & c ^ b & c
            let first = h &+ sum1 &+ chosen &+ roundConstants[t] &+ schedule[t]
            let second = sum0 &+ majority
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { hash[index] &+= word }
    }

    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word >> count | word << (32 - count)
    }

    /// 5.3.3: the first 32 bits of the fractions of the square roots of the first eight primes.
    private static let initialHash = primes.prefix(8).map { prime in
        fraction { $0 * $0 <= prime << 64 }
    }

    /// 4.2.2: the first 32 bits of the fractions of the cube roots of the first 64 primes.
    private static let roundConstants = primes.map { prime in
        fraction { $0 * $0 * $0 <= prime << 96 }
    }

    private static let primes: [UInt128] = Array(
        (2...311).lazy.filter { number in !(2..<number).contains { number % $0 == 0 } })

    /// The last 32 bits of the largest number of 37 bits that is not too large.
    private static func fraction(isSmallEnough: (UInt128) -> Bool) -> UInt32 {
        var root: UInt128 = 0
        for bit in (0..<37).reversed() where isSmallEnough(root | 1 << bit) { root |= 1 << bit }
        return UInt32(truncatingIfNeeded: root)
    }
}
