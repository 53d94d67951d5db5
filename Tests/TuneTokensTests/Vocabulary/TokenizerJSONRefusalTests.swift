import TestSupport
import Testing
import TuneBytes

@testable import TuneTokens

@Suite("Refused tokenizer.json files")
struct TokenizerJSONRefusalTests {
    private static let not = "which is not counted here"

    private func refusal(_ json: InventedJSON) -> String {
        do throws(VocabularyError) {
            _ = try Vocabulary(json.text)
            return "accepted"
        } catch {
            return error.description
        }
    }

    @Test(
        "a pre-tokenizer that is counted otherwise is named",
        arguments: [
            (#"{"type":"Whitespace"}"#, "its pre-tokenizer `Whitespace` is none that is counted here"),
            (
                #"{"type":"Sequence","pretokenizers":[{"type":"Digits"},{"type":"ByteLevel"}]}"#,
                "its pre-tokenizer `Digits` is none that is counted here"
            ),
            (
                InventedJSON.byteLevel(digits: "x").replacing("Isolated", with: "Removed"),
                "its pre-tokenizer `Split` sets `behavior` to `Removed`, \(not)"
            ),
            (
                InventedJSON.byteLevel(digits: "x").replacing(
                    #""use_regex":false"#, with: #""use_regex":true"#),
                "its pre-tokenizer `ByteLevel` sets `use_regex` to `true`, \(not)"
            ),
            (
                InventedJSON.byteLevel(digits: "x").replacing(#""trim_offsets""#, with: #""new""#),
                "its pre-tokenizer `ByteLevel` sets `new` to `true`, \(not)"
            ),
            (
                InventedJSON.byteLevel(digits: #"\\p{N}{1,2}"#),
                #"its pattern `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{…` is none that is counted here"#
            ),
            ("null", "it has no `normalizer`"),
        ])
    func preTokenizers(part: String, message: String) {
        var json = InventedJSON()
        json.preTokenizer = part
        #expect(refusal(json) == message)
    }

    @Test(
        "a normalizer that is counted otherwise is named",
        arguments: [
            (#"{"type":"Lowercase"}"#, "its normalizer `Lowercase` is none that is counted here"),
            (
                #"{"type":"Sequence","normalizers":[{"type":"NFC"},{"type":"Strip"}]}"#,
                "its normalizer `Strip` is none that is counted here"
            ),
        ])
    func normalizers(part: String, message: String) {
        var json = InventedJSON()
        json.normalizer = part
        #expect(refusal(json) == message)
    }

    @Test(
        "Metaspace is refused where it splits or puts no mark in front",
        arguments: [
            (#""replacement":"▁","prepend_scheme":"first""#, "split", "null"),
            (#""replacement":"▁","prepend_scheme":"first","split":true"#, "split", "true"),
            (#""replacement":"▁","prepend_scheme":"never","split":false"#, "prepend_scheme", "never"),
            (#""replacement":"▁","add_prefix_space":false,"split":false"#, "add_prefix_space", "false"),
            (#""replacement":"_","prepend_scheme":"first","split":false"#, "replacement", "_"),
        ])
    func metaspace(settings: String, name: String, value: String) {
        var json = InventedJSON(InventedPieces())
        json.normalizer = "null"
        json.preTokenizer = #"{"type":"Metaspace",\#(settings)}"#
        #expect(refusal(json) == "its pre-tokenizer `Metaspace` sets `\(name)` to `\(value)`, \(Self.not)")
    }

    @Test(
        "a setting of the model that is counted otherwise is named",
        arguments: [
            (#""dropout":0.1"#, "dropout", "0.1"), (#""byte_fallback":true"#, "byte_fallback", "true"),
            (#""continuing_subword_prefix":"@@""#, "continuing_subword_prefix", "@@"),
            (#""end_of_word_suffix":"</w>""#, "end_of_word_suffix", "</w>"),
            (#""ignore_merges":"yes""#, "ignore_merges", "yes"), (#""new":1"#, "new", "{…}"),
        ])
    func settings(setting: String, name: String, value: String) {
        var json = InventedJSON()
        json.settings = setting
        #expect(refusal(json) == "its model sets `\(name)` to `\(value)`, \(Self.not)")
    }

    @Test("another kind of model is named")
    func models() {
        var json = InventedJSON()
        json.type = #""WordPiece""#
        #expect(refusal(json) == "its model `WordPiece` is none that is counted here")
    }

    @Test(
        "a vocabulary that contradicts itself is refused",
        arguments: [
            (#""Ġthe":400"#, "it has the token `Ġthe` twice"), (#""xyz":0"#, "it has the id 0 twice"),
            (#""xyz":-1"#, "it has a token with the id -1; ids are 0 to 262,141"),
            (#""xyz":262144"#, "it has a token with the id 262,144; ids are 0 to 262,141"),
            (#""日":500"#, "its token `日` cannot be the text of a token"),
            (#""":500"#, "its token `` cannot be the text of a token"),
            (#""<|end|>":301"#, "it has the token `<|end|>` or its id 301 twice"),
            (#""xyz":300"#, "it has the token `xyz` or its id 300 twice"),
        ])
    func vocabularies(member: String, message: String) {
        var json = InventedJSON()
        json.vocab = json.vocab.dropLast() + ",\(member)}"
        #expect(refusal(json) == message)
    }

    @Test("a byte without a token is named")
    func missingByte() {
        var json = InventedJSON()
        json.vocab = json.vocab.replacing(#""\":"#, with: #""zz":"#)
        json.vocab = json.vocab.replacing(#""!":"#, with: #""zz":"#)
        json.merges = "[]"
        #expect(refusal(json) == "no token of it stands for the byte 0x21")
    }

    @Test(
        "a merge that is none is refused by its number",
        arguments: [
            (#"["t","h","e"]"#, "its merge 0 is no pair"), (#""t h e""#, "its merge 0 is no pair"),
            (#""th""#, "its merge 0 is no pair"), (#""t ""#, "its merge 0 is no pair"),
            (#"["t","zz"]"#, "its merge 0 names `zz`, which is no token"),
            (#"["t","x"]"#, "its merge 0 makes no token"),
            (#""t h","t h""#, "its merge 1 repeats a pair"),
        ])
    func merges(list: String, message: String) {
        var json = InventedJSON()
        json.merges = "[\(list)]"
        #expect(refusal(json) == message)
    }

    @Test("a member that stands there twice is refused, and one that is missing is named")
    func members() {
        var json = InventedJSON()
        json.settings += #","merges":[]"#
        #expect(refusal(json) == "it has the member `merges` twice")
        json = InventedJSON()
        json.merges = "null"
        #expect(refusal(json) == "it has no `model.merges`")
        json = InventedJSON()
        json.normalizer = #"{"type":"NFC","type":"NFC"}"#
        #expect(refusal(json) == "it has a key of its settings twice")
        json = InventedJSON()
        json.added = #"[{"id":300,"content":"a"},{"id":300,"content":"b"}]"#
        #expect(refusal(json) == "it has the id 300 of an added token twice")
    }

    @Test("JSON that is nested too deeply is refused")
    func depth() {
        var json = InventedJSON()
        json.added = String(repeating: "[", count: 100_000)
        #expect(
            refusal(json).hasPrefix(
                "this is no whole `tokenizer.json`: the JSON is nested more than 128 deep"))
    }
}
