import CKernels
import TestSupport
import Testing

@testable import TuneTokens

@Suite("Exact counting")
struct ExactCounterTests {
    /// What a counter says of a text.
    private func said(_ counter: ExactCounter, _ text: [UInt8]) -> (count: Int, ids: [UInt32]) {
        var ids: [UInt32] = []
        counter.encode(text.span, into: &ids)
        return (counter.count(text.span), ids)
    }

    @Test("gives the ids the definition gives, and their number", arguments: InventedVocabulary.all)
    func definition(invented: InventedVocabulary) {
        var (generator, seed) = SeededGenerator.fresh()
        let vocabulary = invented.vocabulary(&generator)
        let (naive, tokenizer) = (NaiveTokenizer(vocabulary), Tokenizer(vocabulary))
        let experienced = tokenizer.counter()
        for round in 0..<250 {
            let text = NastyText.text(&generator)
            let expected = naive.encode(text)
            for counter in round % 10 == 0 ? [experienced, tokenizer.counter()] : [experienced] {
                let (count, ids) = said(counter, text)
                #expect(count == expected.count, "seed \(seed), round \(round), \(text)")
                #expect(ids == expected, "seed \(seed), round \(round), \(text)")
                #expect(naive.spell(ids) == naive.spelled(text), "seed \(seed), round \(round), \(text)")
                let again = counter.count(text.span)
                #expect(again == count, "seed \(seed), round \(round)")
            }
        }
    }

    @Test("is the same by narrower instructions", arguments: InventedVocabulary.all, [128, 256])
    func widths(invented: InventedVocabulary, bits: Int) {
        var (generator, seed) = SeededGenerator.fresh()
        let vocabulary = invented.vocabulary(&generator)
        let (naive, tokenizer) = (NaiveTokenizer(vocabulary), Tokenizer(vocabulary))
        let counter = tokenizer.counter()
        defer { kernels_limit_width(512) }
        for round in 0..<40 {
            let text = NastyText.text(&generator, parts: 60)
            let expected = naive.encode(text)
            kernels_limit_width(CInt(bits))
            let (count, ids) = said(counter, text)
            #expect(count == expected.count && ids == expected, "seed \(seed), round \(round), \(text)")
        }
    }

    @Test("is the same for a counter that has to forget", arguments: InventedVocabulary.all)
    func forgetting(invented: InventedVocabulary) {
        var (generator, seed) = SeededGenerator.fresh()
        let vocabulary = invented.vocabulary(&generator)
        let tokenizer = Tokenizer(vocabulary)
        let bounds = ExactCounter.Bounds(shortSlots: 1, longSlots: 16, longBytes: 512)
        let (small, large) = (tokenizer.counter(within: bounds), tokenizer.counter())
        let texts = (0..<60).map { _ in NastyText.text(&generator) }
        let words = (0..<4000).map { _ in
            Array(" ".utf8)
                + generator.bytes(Int.random(in: 3..<20, using: &generator), below: 26).map { $0 + 0x61 }
        }
        for text in texts + words + texts {
            let (count, expected) = (small.count(text.span), large.count(text.span))
            #expect(count == expected, "seed \(seed), \(text)")
        }
    }

    @Test("of what is not UTF-8 counts the ids it gives, and never traps", arguments: InventedVocabulary.all)
    func invalid(invented: InventedVocabulary) {
        var (generator, seed) = SeededGenerator.fresh()
        let counter = Tokenizer(invented.vocabulary(&generator)).counter()
        for round in 0..<300 {
            var text = NastyText.text(&generator)
            for index in text.indices where Int.random(in: 0..<8, using: &generator) == 0 {
                text[index] = UInt8.random(in: 0x80...0xFF, using: &generator)
            }
            if round % 3 == 0 { text = generator.bytes(Int.random(in: 0..<200, using: &generator)) }
            let (count, ids) = said(counter, text)
            #expect(count == ids.count, "seed \(seed), round \(round), \(text)")
            #expect(count > 0 || text.isEmpty, "seed \(seed), round \(round), \(text)")
        }
    }

    @Test("a piece that is a token is one, however long, also where joining does not make it")
    func wholePieces() {
        let words = [40, 255, 256, 1024].map { [UInt8](repeating: 0x61, count: $0) }
        let others = [33, 99, 258, 1023].map { Array(String(repeating: "語", count: $0 / 3).utf8) }
        let bytes = (UInt8.min...UInt8.max).map { [$0] }
        for whole in [true, false] {
            let table = InventedTable(bytes + words + others)
            let rules = Vocabulary.ByteLevelRules(
                digitsPerGroup: 3, normalizesToNFC: false, takesWholePieceFirst: whole)
            let counter = Tokenizer(
                Vocabulary(
                    family: .llama3, scheme: .byteLevel(rules), texts: table.texts, starts: table.starts,
                    merges: [], byteTokens: (0..<256).map { $0 }, specialTokens: [])
            ).counter()
            for word in words + others {
                let (count, ids) = said(counter, word)
                #expect(count == (whole ? 1 : word.count) && ids.count == count)
                let longer = word + [0x62]
                let (more, moreIds) = said(counter, longer)
                #expect(more == longer.count && moreIds.count == more)
            }
        }
    }

    @Test("pieces with a space of their own, which no text makes, take nothing from those with the mark")
    func literalSpaces() {
        let texts = ["\u{2581}", " ", "a", "b", "\u{2581}a", " a", "ab"].map { Array($0.utf8) }
        let table = InventedTable(texts + [[UInt8]](repeating: [], count: 256))
        let vocabulary = Vocabulary(
            family: .mistral, scheme: .sentencePiece(marksEveryText: true), texts: table.texts,
            starts: table.starts, merges: table.everySplit { UInt32($0) },
            byteTokens: (0..<256).map { $0 + 7 }, specialTokens: [])
        let (naive, counter) = (NaiveTokenizer(vocabulary), Tokenizer(vocabulary).counter())
        for text in ["a", "b", " ab", "ab a", "\u{0}", "\u{0}a b", "c a"].map({ Array($0.utf8) }) {
            let (count, ids) = said(counter, text)
            #expect(ids == naive.encode(text) && count == ids.count, "\(text)")
        }
    }
}
