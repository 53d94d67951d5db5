import CKernels
import TestSupport
import Testing

@testable import TuneTokens

@Suite("What a counter remembers")
struct CountTableTests {
    private func key(_ text: [UInt8]) -> ShortKey {
        let padded = text + [UInt8](repeating: 0xAA, count: 16 - text.count)
        return Table.lending(padded.span) { ShortKey($0.word(at: 0), $0.word(at: 8), length: text.count) }
    }

    @Test("a key holds its text and its tokens apart, whatever follows the text")
    func keys() {
        var (generator, seed) = SeededGenerator.fresh()
        let (memory, spelled) = Memory.of(UInt8.self, count: 16)
        for length in 1...15 {
            let text = generator.bytes(length)
            let key = key(text).with(tokens: length)
            key.spell(to: spelled)
            #expect((0..<16).map { spelled[$0] } == text + [UInt8](repeating: 0, count: 16 - length))
            #expect(key.length == length && key.tokens == length && !key.isFree, "seed \(seed)")
            #expect(self.key(text).matches(key) && key.key.high == self.key(text).high)
            var other = text
            other[length - 1] ^= 1
            #expect(!self.key(other).matches(key))
            if length < 15 { #expect(!self.key(text + [0]).matches(key)) }
        }
        withExtendedLifetime(memory) {}
    }

    @Test(
        "short texts are known until the table is full; it never grows beyond its bound, and keeps its seeds")
    func short() {
        var (generator, seed) = SeededGenerator.fresh()
        let (memory, seeds) = Memory.of(ShortKey.self, count: 300)
        var known: Set<[UInt8]> = []
        while known.count < 300 {
            known.insert(generator.bytes(Int.random(in: 1..<16, using: &generator), below: 0x30))
        }
        for (index, text) in known.enumerated() { seeds[index] = key(text).with(tokens: 1 + index % 15) }
        let counts = ShortCounts(seeds: seeds, largest: 1 << 13)
        var forgotten = 0
        var remembered: [[UInt8]: Int] = [:]
        for number in 0..<20_000 {
            let text = Array("\(number)".utf8)
            #expect(counts.tokens(of: key(text)) == nil)
            counts.insert(key(text), tokens: number % 16)
            remembered[text] = number % 16
            #expect(counts.tokens(of: key(text)) == number % 16, "seed \(seed)")
            #expect(counts.slots.count <= 1 << 13 && 64 - Int(counts.shift) <= 13)
            guard number % 500 == 0 else { continue }
            for (text, tokens) in remembered {
                let found = counts.tokens(of: key(text))
                #expect(found == nil || found == tokens, "seed \(seed)")
                if found == nil { forgotten += 1 }
            }
            for (index, text) in known.enumerated() {
                #expect(counts.tokens(of: key(text)) == 1 + index % 15, "seed \(seed)")
            }
        }
        #expect(forgotten > 0)
        withExtendedLifetime(memory) {}
    }

    @Test("longer texts are counted once while they are known; the table never grows beyond its bound")
    func long() {
        var (generator, seed) = SeededGenerator.fresh()
        let counts = LongCounts(nil, bytes: 20_000, largest: 256)
        var texts = (0..<600).map { _ in
            generator.bytes(Int.random(in: 16...255, using: &generator), below: 3)
        }
        texts = (0..<3000).map { _ in texts[min(Int.random(in: 0..<600, using: &generator), 599)] }
        var counted = 0
        for text in texts {
            for isAgain in [false, true] {
                let before = counted
                let tokens = Table.lending(text.span) { lent in
                    counts.tokens(of: lent, at: 0, length: text.count) {
                        counted += 1
                        return text.count / 2
                    }
                }
                #expect(tokens == text.count / 2, "seed \(seed)")
                if isAgain { #expect(counted == before, "seed \(seed)") }
            }
            #expect(counts.room <= 128)
        }
        #expect(counted > 600 && counted < 3000)
    }

    @Test("a vocabulary with more long tokens than a table's bounds has room for all of them")
    func manySeeds() {
        let tokens = (0..<400).map { Array("a rather long token, number \($0)".utf8) }
        let table = InventedTable((UInt8.min...UInt8.max).map { [$0] } + tokens)
        let rules = Vocabulary.ByteLevelRules(
            digitsPerGroup: 3, normalizesToNFC: false, takesWholePieceFirst: true)
        let vocabulary = Vocabulary(
            family: .llama3, scheme: .byteLevel(rules), texts: table.texts, starts: table.starts, merges: [],
            byteTokens: (0..<256).map { $0 }, specialTokens: [])
        let all = TokenizerTables(vocabulary)
        guard case .byteLevel(let tables) = all.scheme else { return }
        let counts = LongCounts(tables.texts, bytes: 64, largest: 16)
        #expect(counts.room >= 400)
        for token in tokens {
            let found = Table.lending(token.span) { counts.tokens(of: $0, at: 0, length: token.count) { 99 } }
            #expect(found == 1)
        }
        withExtendedLifetime(all.memory) {}
    }
}
