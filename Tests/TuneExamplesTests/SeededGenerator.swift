/// Numbers that are the same for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A generator for one test and the seed to repeat it with, printed.
    static func fresh(_ test: StaticString = #function) -> (generator: SeededGenerator, seed: UInt64) {
        let seed = UInt64.random(in: .min ... .max)
        print("\(test): seed \(seed)")
        return (SeededGenerator(seed: seed), seed)
    }

    /// A short text of what is hard to write and to read again.
    mutating func awkwardText(without unwanted: Set<String> = []) -> String {
        let fragments = Self.fragments.filter { !unwanted.contains($0) }
        let count = Int.random(in: 0...9, using: &self)
        return (0..<count).map { _ in fragments.randomElement(using: &self) ?? "" }.joined()
    }

    private static let fragments = [
        "\"", "\"\"", ",", "\r", "\n", "\r\n", "\0", "\t", " ", "  ", "\\", "\\n", "/", "'", ";", "|", "{",
        "]",
        "a", "Z", "0", "null", "é", "e\u{301}", "\u{301}", "語", "😀", "👩‍⚕️", "🇩🇪", "\u{2028}", "\u{85}", "\u{A0}",
        "\u{FEFF}", "\u{200B}", "\u{1}", "\u{8}", "\u{C}", "\u{1F}", "\u{7F}", "\u{FFFF}", "\u{10FFFF}",
    ]
}
