import TestSupport
import Testing

@testable import TuneTokens

/// Results, and how the work grows; what time it takes is measured by the benchmarks.
@Suite("Counting long texts")
struct LongTextTests {
    private static let million = 1 << 20

    /// A byte-level vocabulary of the bytes and these tokens.
    private func counter(_ tokens: [String], digits: Int = 3) -> ExactCounter {
        let table = InventedTable((UInt8.min...UInt8.max).map { [$0] } + tokens.map { Array($0.utf8) })
        let rules = Vocabulary.ByteLevelRules(
            digitsPerGroup: digits, normalizesToNFC: digits == 1, takesWholePieceFirst: true)
        return Tokenizer(
            Vocabulary(
                family: .llama3, scheme: .byteLevel(rules), texts: table.texts, starts: table.starts,
                merges: table.everySplit { UInt32($0) }, byteTokens: (0..<256).map { $0 }, specialTokens: [])
        ).counter()
    }

    private func count(_ text: [UInt8], _ counter: ExactCounter) -> Int {
        counter.count(text.span)
    }

    @Test("of one letter, a megabyte that does not join and less that does, all of it")
    func oneLetter() {
        let counter = counter(["aa", "aaaa", "aaaaaaaa"])
        for (length, extra) in [(1 << 14, 0), ((1 << 14) + 7, 3), (1 << 15, 0)] {
            let text = [UInt8](repeating: 0x61, count: length)
            #expect(count(text, counter) == length / 8 + extra)
        }
        #expect(count([UInt8](repeating: 0x62, count: Self.million), counter) == Self.million)
    }

    @Test(
        "twice the row takes little more than twice the steps, of one letter, of spaces and of random letters"
    )
    func growth() {
        var (generator, seed) = SeededGenerator.fresh()
        let letters = generator.bytes(1 << 15, below: 3).map { $0 + 0x61 }
        let one = [UInt8](repeating: 0x61, count: 1 << 15)
        let spaces = [UInt8](repeating: 0x20, count: 1 << 15)
        for text in [one, spaces, letters] {
            let steps = [1 << 13, 1 << 14, 1 << 15].map { Self.steps(toJoin: text.prefix($0)) }
            for (half, whole) in zip(steps, steps.dropFirst()) {
                #expect(half > 0 && whole < half * 5 / 2, "\(steps), seed \(seed)")
            }
        }
    }

    /// The steps of the heap that joins bytes to runs of up to eight, and pairs of letters.
    private static func steps(toJoin text: ArraySlice<UInt8>) -> Int {
        let runs = ["a", " "].flatMap { letter in [2, 4, 8].map { String(repeating: letter, count: $0) } }
        let tokens = runs + ["ab", "bc", "ca", "abc", "bcab"]
        let table = InventedTable((UInt8.min...UInt8.max).map { [$0] } + tokens.map { Array($0.utf8) })
        let merges = table.everySplit { UInt32($0) }
        let slots = PairTable.slots(for: merges.count)
        let (entryMemory, entries) = Memory.of(UInt64.self, count: slots)
        let (resultMemory, results) = Memory.of(UInt32.self, count: slots)
        let pairs = PairTable(entries: entries, results: results, resultsAreRanks: true)
        pairs.fill(merges)
        let merger = PairMerger(pairs)
        merger.reserve(text.count)
        for (index, byte) in text.enumerated() { merger.ids[index] = UInt32(byte) }
        _ = merger.join(text.count)
        withExtendedLifetime((entryMemory, resultMemory)) {}
        return merger.heapSteps
    }

    @Test("of spaces, line ends and both")
    func spaces() {
        let counter = counter(["\n\n", " \n"])
        let spaces = [UInt8](repeating: 0x20, count: Self.million)
        #expect(count(spaces, counter) == Self.million)
        #expect(count(spaces + [0x78], counter) == Self.million + 1)
        #expect(count(spaces + [0x0A, 0x78], counter) == Self.million + 1)
        let lines = [UInt8](repeating: 0x0A, count: 1 << 14)
        #expect(count(lines, counter) == 1 << 13)
    }

    @Test("of random letters, digits and Chinese")
    func random() {
        var (generator, seed) = SeededGenerator.fresh()
        let counter = counter(["qx", "中文", "文字"])
        let letters = generator.bytes(Self.million, below: 26).map { $0 + 0x61 }
        let joined = zip(letters, letters.dropFirst()).count { $0 == 0x71 && $1 == 0x78 }
        #expect(count(letters, counter) == Self.million - joined, "seed \(seed)")
        let digits = generator.bytes(Self.million, below: 10).map { $0 + 0x30 }
        #expect(count(digits, counter) == Self.million, "seed \(seed)")
        let chinese = Array(String(repeating: "中字", count: Self.million / 6).utf8)
        #expect(count(chinese, counter) == chinese.count)
    }

    @Test("of a megabyte of words, piece by piece")
    func words() {
        let counter = counter(["th", "the", " the", "12", "123"])
        let text = Array(String(repeating: " the 1234!", count: Self.million / 10).utf8)
        #expect(count(text, counter) == Self.million / 10 * 5)
    }

    @Test("of SentencePiece, as one unit, by units and with a long opening")
    func pieces() {
        let texts = ["\u{2581}", "a", "b", "中", "aa", "\u{2581}a"].map { Array($0.utf8) }
        let table = InventedTable(texts + [[UInt8]](repeating: [], count: 256))
        let counter = Tokenizer(
            Vocabulary(
                family: .mistral, scheme: .sentencePiece(marksEveryText: true), texts: table.texts,
                starts: table.starts, merges: table.everySplit { UInt32($0) },
                byteTokens: (0..<256).map { $0 + 6 }, specialTokens: [])
        ).counter()
        let (million, some) = (Self.million, 1 << 14)
        #expect(count([UInt8](repeating: 0x61, count: some), counter) == some / 2 + 1)
        #expect(count([UInt8](repeating: 0x62, count: million), counter) == million + 1)
        #expect(count([UInt8](repeating: 0x20, count: million), counter) == million + 1)
        let words = Array(String(repeating: " a b", count: million / 4).utf8)
        #expect(count(words, counter) == million / 4 * 3 + 1)
        let chinese = Array(String(repeating: "中", count: million / 3).utf8)
        #expect(count(chinese, counter) == million / 3 + 1)
        let unknown = Array(String(repeating: "文", count: million / 3).utf8)
        #expect(count(unknown, counter) == unknown.count + 1)
    }
}
