import TestSupport
import Testing

@testable import TuneTokens

@Suite("Vocabularies as tokenizer.json")
struct TokenizerJSONTests {
    @Test("both spellings of the merges say the same as tiktoken text", arguments: [false, true])
    func sameAsTiktoken(mergesAreTexts: Bool) throws {
        let other = try Vocabulary(InventedBytes().tiktokenText, family: .llama3)
        let vocabulary = try Vocabulary(InventedJSON(mergesAreTexts: mergesAreTexts).text)
        #expect(vocabulary.texts == other.texts && vocabulary.starts == other.starts)
        #expect(vocabulary.byteTokens == other.byteTokens)
        #expect(vocabulary.scheme == other.scheme && vocabulary.family == other.family)
        #expect(vocabulary.pairs == other.pairs)
        #expect(vocabulary.merges.map(\.rank) == Array(0..<UInt32(vocabulary.merges.count)))
        #expect(vocabulary.merges.map(\.result) == other.merges.map(\.result))
        #expect(vocabulary.specialTokens == [SpecialToken(id: 300, spelling: "<|end|>")])
    }

    @Test("the pattern tells the family, and the file whether texts are normalized")
    func rules() throws {
        var json = InventedJSON()
        json.preTokenizer = InventedJSON.byteLevel(digits: #"\\p{N}"#)
        json.normalizer = #"{"type":"NFC"}"#
        json.settings = #""byte_fallback":false"#
        let vocabulary = try Vocabulary(json.text, family: .qwen2)
        let rules = Vocabulary.ByteLevelRules(
            digitsPerGroup: 1, normalizesToNFC: true, takesWholePieceFirst: false)
        #expect(vocabulary.family == .qwen2)
        #expect(vocabulary.scheme == .byteLevel(rules))
        #expect(throws: VocabularyError.otherFamily(asked: .llama3, found: .qwen2)) {
            try Vocabulary(json.text, family: .llama3)
        }
    }

    @Test(
        "a SentencePiece vocabulary says the same as its model, by either way to mark spaces",
        arguments: [
            nil, #"{"type":"Metaspace","replacement":"▁","prepend_scheme":"first","split":false}"#,
            #"{"type":"Metaspace","replacement":"▁","add_prefix_space":true,"split":false}"#,
        ] as [String?], [false, true])
    func sentencePiece(metaspace: String?, mergesAreTexts: Bool) throws {
        var pieces = InventedPieces()
        pieces.pieces.removeLast()
        let other = try Vocabulary(pieces.bytes)
        var json = InventedJSON(pieces, mergesAreTexts: mergesAreTexts)
        if let metaspace { (json.normalizer, json.preTokenizer) = ("null", metaspace) }
        let vocabulary = try Vocabulary(json.text)
        #expect(vocabulary.scheme == .sentencePiece(marksEveryText: metaspace == nil))
        #expect(vocabulary.family == .mistral)
        #expect(vocabulary.texts == other.texts && vocabulary.starts == other.starts)
        #expect(vocabulary.byteTokens == other.byteTokens)
        #expect(vocabulary.specialTokens == other.specialTokens)
        #expect(vocabulary.merges.map(\.result) == other.merges.map(\.result))
        #expect(vocabulary.pairs == other.pairs)
    }

    @Test("an added token that the vocabulary repeats has no text, nor has a gap")
    func addedInVocabulary() throws {
        var json = InventedJSON()
        json.vocab = json.vocab.dropLast() + #","<|end|>":300}"#
        let vocabulary = try Vocabulary(json.text)
        #expect(vocabulary.count == 301)
        #expect(vocabulary.tokenTexts[300].isEmpty && vocabulary.tokenTexts[290].isEmpty)
        #expect(vocabulary.specialTokens == [SpecialToken(id: 300, spelling: "<|end|>")])
    }

    @Test("tokens may stand in any order, and their characters may be escaped")
    func order() throws {
        let invented = InventedBytes()
        var json = InventedJSON()
        let tokens = invented.tokens.enumerated().map { (InventedBytes.spelling($1), $0) }
        json.vocab = InventedJSON.object(tokens.reversed()).replacing("Ġ", with: #"\u0120"#)
        #expect(try Vocabulary(json.text).tokenTexts == invented.tokens)
    }
}
