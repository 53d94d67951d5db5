import TestSupport
import Testing
import TuneBytes

@testable import TuneTokens

@Suite("Vocabularies as tiktoken text")
struct TiktokenTextTests {
    private let invented = InventedBytes()

    @Test("tokens, every split as a merge, and the token of each byte")
    func contents() throws {
        let vocabulary = try Vocabulary(invented.tiktokenText, family: .llama3)
        #expect(vocabulary.family == .llama3)
        #expect(vocabulary.tokenTexts == invented.tokens)
        #expect(vocabulary.merges == invented.merges)
        #expect(vocabulary.merges.count > invented.tokens.count - 256)
        #expect(vocabulary.byteTokens == (0..<256).map { 255 - $0 })
        #expect(vocabulary.specialTokens.isEmpty)
    }

    @Test(
        "the family says how digits are grouped and whether texts are normalized",
        arguments: [(ModelFamily.llama3, 3, false), (.qwen2, 1, true)])
    func rules(family: ModelFamily, digits: Int, nfc: Bool) throws {
        let vocabulary = try Vocabulary(invented.tiktokenText, family: family)
        let rules = Vocabulary.ByteLevelRules(
            digitsPerGroup: digits, normalizesToNFC: nfc, takesWholePieceFirst: true)
        #expect(vocabulary.scheme == .byteLevel(rules))
    }

    @Test("line ends of Windows, no last line end and a blank last line are accepted")
    func lineEnds() throws {
        let text = invented.tiktokenText
        let crlf = text.split(separator: "\n").map { $0 + "\r\n" }.joined()
        for variant in [crlf, String(text.dropLast()), text + "\n", crlf + "\r\n"] {
            #expect(try Vocabulary(variant, family: .qwen2).tokenTexts == invented.tokens)
        }
    }

    @Test(
        "a line that is wrong is named",
        arguments: [
            ("AA== 256", VocabularyError.LineDefect.repeated), ("dGg= 257", .rank(expected: 256)),
            ("dGg= 25", .rank(expected: 256)), ("dGg=", .shape), ("dGg= -1", .shape), ("dGg= 256 x", .shape),
            (" 256", .shape), ("", .shape), ("dGg 256", .base64), ("dG=h 256", .base64),
            ("d=== 256", .base64),
            ("dGh= 256", .base64), ("dF== 256", .base64), ("dG*= 256", .base64),
            (String(repeating: "QUFB", count: 400) + " 256", .tooLong(limit: 1024)),
        ])
    func lines(line: String, defect: VocabularyError.LineDefect) {
        var bytes = invented
        bytes.tokens.removeLast(bytes.tokens.count - 256)
        let text = bytes.tiktokenText + line + "\neHl6 257\n"
        #expect(throws: VocabularyError.line(257, defect)) { try Vocabulary(text, family: .llama3) }
    }

    @Test("a byte without a token is named")
    func missingByte() {
        var bytes = invented
        bytes.tokens[0] = [0x41, 0x42, 0x43]
        #expect(throws: VocabularyError.noByte(0xFF)) { try Vocabulary(bytes.tiktokenText, family: .llama3) }
    }

    @Test("ranks that are not known need a family, and none of Mistral's are text")
    func families() {
        #expect(throws: VocabularyError.unknownRanks(tokens: invented.tokens.count)) {
            try Vocabulary(invented.tiktokenText)
        }
        #expect(throws: VocabularyError.noTiktokenText(.mistral)) {
            try Vocabulary(invented.tiktokenText, family: .mistral)
        }
        #expect(
            VocabularyError.unknownRanks(tokens: 1234).help
                == ["say whose they are: `--family llama-3` or `--family qwen-2`"])
    }

    @Test("the hash of the ranks depends on where a token ends")
    func fingerprints() {
        func fingerprint(_ texts: [String]) -> [UInt64] {
            var table = TokenTable(capacity: 4)
            for text in texts {
                let bytes = Array(text.utf8)
                let isNew = table.append(bytes.span)
                #expect(isNew)
            }
            let hash = PublishedTokens.fingerprint(table.texts, table.starts)
            return [hash.high, hash.low]
        }
        #expect(fingerprint(["ab", "c"]) == fingerprint(["ab", "c"]))
        #expect(fingerprint(["ab", "c"]) != fingerprint(["a", "bc"]))
        #expect(fingerprint(["ab", "c"]) != fingerprint(["c", "ab"]))
    }

    @Test("a table that grows keeps its tokens")
    func growth() {
        var table = TokenTable(capacity: 0)
        for number in 0..<5000 {
            let bytes = Array("\(number)".utf8)
            let isNew = table.append(bytes.span)
            let isNewAgain = table.append(bytes.span)
            #expect(isNew && !isNewAgain)
        }
        for number in 0..<5000 {
            let bytes = Array("\(number)".utf8)
            let id = table.id(of: bytes.span)
            #expect(id == UInt32(number))
        }
        let other = Array("x".utf8)
        let id = table.id(of: other.span)
        #expect(id == nil)
    }
}
