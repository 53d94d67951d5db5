/// What a model's tokenizer file says, whichever way it is spelled.
public struct Vocabulary: Sendable {
    /// How texts become tokens.
    public enum Scheme: Hashable, Sendable {
        /// Byte-level BPE inside the pieces a pattern splits the text into.
        case byteLevel(ByteLevelRules)
        /// BPE over the characters of the whole text, with bytes for characters that are no piece. U+2581 stands
        /// for every space, and is put in front of a text that is not empty: of every such text, or only of
        /// one that does not begin with it.
        case sentencePiece(marksEveryText: Bool)
    }

    /// What differs among byte-level tokenizers.
    public struct ByteLevelRules: Hashable, Sendable {
        /// The most digits one piece holds: 3 (Llama 3) or 1 (Qwen).
        public var digitsPerGroup: Int
        /// True when texts are brought to Unicode's normalization form C first.
        public var normalizesToNFC: Bool
        /// True when a piece that is a token is not taken apart first: `ignore_merges`, and all tiktoken text.
        public var takesWholePieceFirst: Bool

        /// Rules as a tokenizer's file states them; `digitsPerGroup` is 1 or 3.
        public init(digitsPerGroup: Int, normalizesToNFC: Bool, takesWholePieceFirst: Bool) {
            self.digitsPerGroup = digitsPerGroup
            self.normalizesToNFC = normalizesToNFC
            self.takesWholePieceFirst = takesWholePieceFirst
        }
    }

    /// Token ids are below this.
    public static let idLimit = (1 << 18) - 2

    /// The models that split texts in this way.
    public var family: ModelFamily
    /// How texts become tokens.
    public var scheme: Scheme
    /// The UTF-8 texts of all tokens, in the order of their ids: token `id` is `texts[starts[id]..<starts[id + 1]]`,
    /// empty for an id that no text makes (control, byte fallback, a gap). SentencePiece texts keep their U+2581.
    public var texts: [UInt8]
    /// Where each token's text begins in ``texts``, and the end of the last one.
    public var starts: [UInt32]
    /// Pairs that join, those of lower rank first.
    public var merges: [Merge]
    /// The token each byte begins as (byte level) or falls back to (SentencePiece): 256 ids.
    public var byteTokens: [UInt32]
    /// Control and added tokens; none for files that name none. They are never made from data: the spelling of one
    /// in a text is counted as plain text, also where SentencePiece would take a user-defined piece whole.
    public var specialTokens: [SpecialToken]

    /// The number of ids.
    public var count: Int { starts.count - 1 }

    /// The byte range of token `id` in ``texts``.
    public func textRange(of id: Int) -> Range<Int> {
        Int(starts[id])..<Int(starts[id + 1])
    }

    /// True for BPE over characters.
    var isSentencePiece: Bool {
        if case .sentencePiece = scheme { true } else { false }
    }
}
