import TestSupport
import Testing

@testable import TuneTokens

@Suite("Damaged vocabularies")
struct VocabularyNoiseTests {
    @Test("tiktoken text that is cut is refused, unless a line ends there")
    func cutTiktoken() {
        let bytes = Array(InventedBytes().tiktokenText.utf8)
        for length in bytes.indices {
            let endsLine = bytes[length] == 0x0A || length > 0 && bytes[length - 1] == 0x0A
            let isWhole = (try? Vocabulary(Array(bytes[..<length]), family: .llama3)) != nil
            #expect(!isWhole || endsLine, "\(length) bytes")
        }
    }

    @Test("a tokenizer.json that is cut is refused")
    func cutJSON() {
        for text in [InventedJSON().text, InventedJSON(InventedPieces(), mergesAreTexts: true).text] {
            let bytes = Array(text.utf8)
            for length in bytes.indices {
                #expect(throws: VocabularyError.self, "\(length) bytes") {
                    try Vocabulary(Array(bytes[..<length]))
                }
            }
        }
    }

    @Test("a SentencePiece model that is cut is refused, unless only a last field with its default is lost")
    func cutModel() {
        let bytes = InventedPieces().bytes
        for length in bytes.indices {
            #expect(throws: VocabularyError.self, "\(length) bytes") {
                try Vocabulary(Array(bytes[..<length]))
            }
        }
    }

    @Test("changed bytes never bring a reader down", arguments: 0..<4)
    func noise(form: Int) {
        var (random, seed) = SeededGenerator.fresh()
        let forms = [
            Array(InventedBytes().tiktokenText.utf8), Array(InventedJSON().text.utf8),
            Array(InventedJSON(InventedPieces()).text.utf8), InventedPieces().bytes,
        ]
        let whole = forms[form]
        for round in 0..<150 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            guard let vocabulary = try? Vocabulary(bytes, family: form == 0 ? .qwen2 : nil) else { continue }
            let count = UInt32(vocabulary.count)
            #expect(vocabulary.byteTokens.count == 256, "seed \(seed), round \(round)")
            let ids = vocabulary.merges.flatMap { [$0.left, $0.right, $0.result] } + vocabulary.byteTokens
            #expect(ids.allSatisfy { $0 < count }, "seed \(seed), round \(round)")
            #expect(
                Int(vocabulary.starts.last ?? 0) == vocabulary.texts.count, "seed \(seed), round \(round)")
        }
    }
}
