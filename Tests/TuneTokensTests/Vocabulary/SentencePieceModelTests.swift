import TestSupport
import Testing

@testable import TuneTokens

@Suite("Vocabularies as SentencePiece models")
struct SentencePieceModelTests {
    private let invented = InventedPieces()

    @Test("normal pieces are texts, their splits are merges, equal scores are equal ranks")
    func contents() throws {
        let vocabulary = try Vocabulary(invented.bytes)
        #expect(vocabulary.family == .mistral)
        #expect(vocabulary.scheme == .sentencePiece(marksEveryText: true))
        #expect(vocabulary.tokenTexts == invented.pieces.map { $0.kind == 1 ? Array($0.text.utf8) : [] })
        #expect(vocabulary.merges == invented.merges)
        let spaces = vocabulary.merges.suffix(3)
        #expect(Set(spaces.map(\.rank)).count == 1)
        #expect(vocabulary.byteTokens == (0..<256).map { $0 + 2 })
    }

    @Test("control, unknown and user-defined pieces are special tokens")
    func specials() throws {
        let last = UInt32(invented.pieces.count - 1)
        #expect(
            try Vocabulary(invented.bytes).specialTokens == [
                SpecialToken(id: 0, spelling: "<unk>"), SpecialToken(id: 1, spelling: "<s>"),
                SpecialToken(id: last, spelling: "[TOOL]"),
            ])
    }

    @Test("fields that are not known are passed over")
    func unknownFields() throws {
        var other = invented
        other.trainer = InventedPieces.field(1, [1, 2, 3]) + [0x85, 0x01, 0, 0, 0, 0] + other.trainer
        other.normalizer += InventedPieces.field(99, UInt64.max) + [0x31, 0, 0, 0, 0, 0, 0, 0, 0]
        let bytes = other.bytes + InventedPieces.field(7, [0xFF])
        #expect(try Vocabulary(bytes).merges == invented.merges)
    }

    @Test("settings that are counted otherwise are refused by name")
    func settings() {
        func refusal(_ spoil: (inout InventedPieces) -> Void) -> String? {
            var other = invented
            spoil(&other)
            do throws(VocabularyError) {
                _ = try Vocabulary(other.bytes)
                return nil
            } catch {
                return error.description
            }
        }
        let field = InventedPieces.field as (UInt64, UInt64) -> [UInt8]
        let not = "which is not counted here"
        #expect(
            refusal { $0.trainer += field(3, 1) } == "its model type `unigram` is none that is counted here")
        #expect(
            refusal { $0.trainer += field(35, 0) } == "its trainer sets `byte_fallback` to `false`, \(not)")
        #expect(
            refusal { $0.trainer += field(24, 1) }
                == "its trainer sets `treat_whitespace_as_suffix` to `true`, \(not)")
        #expect(
            refusal { $0.normalizer += field(3, 0) }
                == "its normalizer sets `add_dummy_prefix` to `false`, \(not)")
        #expect(
            refusal { $0.normalizer += field(4, 1) }
                == "its normalizer sets `remove_extra_whitespaces` to `true`, \(not)")
        #expect(
            refusal { $0.normalizer += field(5, 0) }
                == "its normalizer sets `escape_whitespaces` to `false`, \(not)")
        #expect(
            refusal { $0.normalizer += InventedPieces.field(1, Array("nmt_nfkc".utf8)) }
                == "its normalizer `nmt_nfkc` is none that is counted here")
        #expect(
            refusal { $0.normalizer += InventedPieces.field(2, [1]) }
                == "its normalizer sets `precompiled_charsmap` to `a map`, \(not)")
        #expect(
            refusal { $0.pieces.append(.init(text: "x", kind: 5)) }
                == "its unused piece `x` is none that is counted here")
    }

    @Test("pieces that cannot be are refused")
    func pieces() {
        func refusal(_ spoil: (inout InventedPieces) -> Void) -> VocabularyError? {
            var other = invented
            spoil(&other)
            do throws(VocabularyError) {
                _ = try Vocabulary(other.bytes)
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal { $0.pieces[2].kind = 3 } == .noByte(0))
        #expect(refusal { $0.pieces[3].text = "<0x00>" } == .repeated("the byte token `<0x00>`"))
        #expect(refusal { $0.pieces[3].text = "<0x0g>" } == .badToken("<0x0g>"))
        #expect(refusal { $0.pieces.append(.init(text: "he")) } == .repeated("the piece `he`"))
        #expect(refusal { $0.pieces.append(.init(text: "")) } == .badToken(""))
        #expect(refusal { $0.pieces.removeAll { $0.text == "▁" } } == .missing("▁"))
        let many = (0x10000..<0x20000).compactMap(Unicode.Scalar.init(_:)).map(String.init)
        #expect(
            refusal { $0.pieces += many.map { .init(text: $0, score: -200) } }
                == .tooManyCharacters(limit: 65_535))
        #expect(refusal { $0.pieces.append(.init(text: "x", score: .nan)) }?.isOfFields == true)
        #expect(refusal { $0.pieces.append(.init(text: "x", kind: 9)) }?.isOfFields == true)
    }

    @Test("another family than was said is refused")
    func family() {
        #expect(throws: VocabularyError.otherFamily(asked: .llama3, found: .mistral)) {
            try Vocabulary(invented.bytes, family: .llama3)
        }
    }
}

extension VocabularyError {
    fileprivate var isOfFields: Bool {
        if case .protobuf = self { true } else { false }
    }
}
