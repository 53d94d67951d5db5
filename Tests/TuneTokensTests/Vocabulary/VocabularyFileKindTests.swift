import Testing

@testable import TuneTokens

@Suite("Files that are no vocabulary")
struct VocabularyFileKindTests {
    @Test("each is named for what it is", arguments: cases)
    func lookalikes(bytes: [UInt8], kind: VocabularyLookalike) {
        #expect(throws: VocabularyError.lookalike(kind)) { try Vocabulary(bytes) }
    }

    @Test("every kind has a file that looks like it")
    func complete() {
        #expect(Set(Self.cases.map(\.1)) == Set(VocabularyLookalike.allCases))
    }

    @Test("the words say what it is and what helps")
    func words() {
        let error = VocabularyError.lookalike(.gitLFSPointer)
        #expect(error.description == "this is a git-lfs pointer, not a tokenizer's vocabulary")
        #expect(error.help == ["fetch the file it points to: `git lfs pull`"])
    }

    @Test("what a file says is clipped and made visible in messages")
    func quoting() {
        let error = VocabularyError.badToken("a\u{1B}[2J" + String(repeating: "x", count: 80))
        #expect(error.description.contains("`a\u{FFFD}[2J" + String(repeating: "x", count: 55) + "…`"))
    }

    private static func text(_ text: String, _ kind: VocabularyLookalike) -> ([UInt8], VocabularyLookalike) {
        (Array(text.utf8), kind)
    }

    private static let cases: [([UInt8], VocabularyLookalike)] = [
        text("", .empty), text("\n \n", .otherText), text("<!DOCTYPE html><html>", .webPage),
        text("\n<HTML lang=en>", .webPage), text("<?xml version=\"1.0\"?>", .webPage),
        text("version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n", .gitLFSPointer),
        ([0x1F, 0x8B, 8, 0], .gzip), text("PK\u{3}\u{4}x", .zip), text("GGUF\u{3}", .gguf),
        ([0x40, 0, 0, 0, 0, 0, 0, 0] + Array("{\"w\"".utf8), .safetensors),
        text(#"{"tokenizer_class":"PreTrainedTokenizerFast","bos_token":"<s>"}"#, .tokenizerConfig),
        text(#"{"added_tokens_decoder":{"0":{}},"model_max_length":8192}"#, .tokenizerConfig),
        text(#"{"!":0,"model":1,"vocab":2}"#, .vocabJSON),
        text("#version: 0.2\nĠ t\n", .mergesText), text("Ġ t\nĠ a\n", .mergesText),
        text("<unk>\t0\n▁t\t-1\n", .sentencePieceList),
        text(#"{"config":{"pattern":"x"},"vocab":[{"rank":0}]}"#, .tekken),
        text(#"{"architectures":["LlamaForCausalLM"],"vocab_size":128256}"#, .otherJSON),
        text("{}", .otherJSON), text("[1]", .otherJSON), text("prompt,answer\n", .otherText),
        text("Not Found", .otherText), ([0x7F, 0x45, 0x4C, 0x46, 2, 1], .binary),
    ]
}
