import TuneTokens

/// A `tokenizer.json` made up for the tests, part by part, so that a test can spoil one.
public struct InventedJSON {
    /// The normalizer.
    public var normalizer = "null"
    /// What splits texts: Llama 3's rules.
    public var preTokenizer = Self.byteLevel(digits: #"\\p{N}{1,3}"#)
    /// The added tokens.
    public var added = #"[{"id":300,"content":"<|end|>","special":true,"lstrip":false}]"#
    /// The kind of model.
    public var type = #""BPE""#
    /// The model's settings.
    public var settings =
        #""dropout":null,"unk_token":null,"fuse_unk":false,"byte_fallback":false,"ignore_merges":true"#
    /// The tokens and their ids.
    public var vocab: String
    /// The merges.
    public var merges: String

    /// The invented byte-level vocabulary.
    public init(_ invented: InventedBytes = InventedBytes(), mergesAreTexts: Bool = false) {
        vocab = Self.object(invented.tokens.enumerated().map { (InventedBytes.spelling($1), $0) })
        let pairs = invented.merges.map { merge in
            [merge.left, merge.right].map { InventedBytes.spelling(invented.tokens[Int($0)]) }
        }
        merges = Self.list(pairs, asTexts: mergesAreTexts)
    }

    /// The invented SentencePiece vocabulary, its merges in the order of their ranks.
    public init(_ invented: InventedPieces, mergesAreTexts: Bool = false) {
        normalizer =
            #"{"type":"Sequence","normalizers":[{"type":"Prepend","prepend":"▁"},"#
            + #"{"type":"Replace","pattern":{"String":" "},"content":"▁"}]}"#
        preTokenizer = "null"
        added = #"[{"id":0,"content":"<unk>"},{"id":1,"content":"<s>"}]"#
        settings = #""unk_token":"<unk>","fuse_unk":true,"byte_fallback":true,"ignore_merges":false"#
        vocab = Self.object(invented.pieces.enumerated().map { ($1.text, $0) })
        let pairs = invented.merges.map { [$0.left, $0.right].map { invented.pieces[Int($0)].text } }
        merges = Self.list(pairs, asTexts: mergesAreTexts)
    }

    /// The whole file.
    public var text: String {
        """
        {"version":"1.0","truncation":null,"added_tokens":\(added),"normalizer":\(normalizer),
        "pre_tokenizer":\(preTokenizer),"post_processor":null,"decoder":{"type":"ByteLevel"},
        "model":{"type":\(type),\(settings),"vocab":\(vocab),"merges":\(merges)}}
        """
    }

    /// The pre-tokenizer of Llama 3 and Qwen 2, which differ in how they split digits.
    public static func byteLevel(digits: String) -> String {
        let pattern =
            #"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|"# + digits
            + #"| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"#
        return #"{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":""# + pattern
            + #""},"behavior":"Isolated","invert":false},"#
            + #"{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":false}]}"#
    }

    /// An object of numbers.
    public static func object(_ members: [(String, Int)]) -> String {
        "{" + members.map { "\(quoted($0)):\($1)" }.joined(separator: ",") + "}"
    }

    private static func list(_ pairs: [[String]], asTexts: Bool) -> String {
        let entries = pairs.map { pair in
            asTexts
                ? quoted(pair.joined(separator: " ")) : "[" + pair.map(quoted).joined(separator: ", ") + "]"
        }
        return "[" + entries.joined(separator: ",\n") + "]"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for character in text {
            if character == "\"" || character == "\\" { quoted.append("\\") }
            quoted.append(character)
        }
        return quoted + "\""
    }
}
