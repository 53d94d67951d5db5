import TuneBytes

/// Reads a Hugging Face `tokenizer.json`. Its post-processor, decoder, truncation and padding do not matter for
/// counting a text's own tokens and are not looked at.
enum TokenizerJSON {
    private static let parts: Set<String> = ["model", "normalizer", "pre_tokenizer", "added_tokens"]
    private static let signs: Set<String> = ["tokenizer_class", "added_tokens_decoder", "config", "vocab"]

    static func vocabulary(in file: Span<UInt8>) throws(VocabularyError) -> Vocabulary {
        let top = try JSONMembers(file, in: 0..<file.count, wanted: parts.union(signs))
        guard top.kinds["model"] == .object, let range = top.range("model") else {
            throw .lookalike(lookalike(top))
        }
        let model = try BPEModel(file, in: range)
        let splitter = try TextSplitter(
            normalizer: JSON(file, in: top.range("normalizer")),
            preTokenizer: JSON(file, in: top.range("pre_tokenizer")))
        try model.check(with: splitter)
        let added = try AddedTokens(file, in: top.range("added_tokens"))
        let tokens = try SpelledTokens(
            file, in: model.vocab, added: added, unknown: model.unknownToken, splitBy: splitter)
        var merges = MergeList(of: tokens.table, in: tokens.speller)
        try merges.read(file, in: model.merges)
        return Vocabulary(
            family: splitter.family, scheme: splitter.scheme(takesWholePieceFirst: model.ignoresMerges),
            texts: tokens.table.texts, starts: tokens.table.starts, merges: merges.merges,
            byteTokens: tokens.byteTokens, specialTokens: tokens.specialTokens)
    }

    /// What a JSON object without a tokenizer's model is.
    private static func lookalike(_ top: JSONMembers) -> VocabularyLookalike {
        if top.count > 0, top.numbers == top.count { return .vocabJSON }
        if top.kinds["config"] == .object, top.kinds["vocab"] == .array { return .tekken }
        let isConfig = top.kinds["tokenizer_class"] == .string || top.kinds["added_tokens_decoder"] == .object
        return isConfig ? .tokenizerConfig : .otherJSON
    }
}
