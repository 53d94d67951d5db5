/// Numbers that are the same for the same seed (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// The generator of a seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A generator for one test and the seed to repeat it with, printed.
    public static func fresh(_ test: StaticString = #function) -> (generator: SeededGenerator, seed: UInt64) {
        let seed = UInt64.random(in: .min ... .max)
        print("\(test): seed \(seed)")
        return (SeededGenerator(seed: seed), seed)
    }
}

extension SeededGenerator {
    /// `count` random bytes; each is below `limit`.
    public mutating func bytes(_ count: Int, below limit: Int = 256) -> [UInt8] {
        (0..<count).map { _ in UInt8(Int.random(in: 0..<limit, using: &self)) }
    }

    /// `count` bytes taken at random from `choice`.
    public mutating func bytes(_ count: Int, from choice: [UInt8]) -> [UInt8] {
        (0..<count).map { _ in choice[Int.random(in: 0..<choice.count, using: &self)] }
    }
}
