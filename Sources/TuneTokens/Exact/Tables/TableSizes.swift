/// How large the tables of a vocabulary are: what a compiled file says about itself beside its scheme.
struct TableSizes: Equatable {
    /// Number of token ids.
    var tokens: Int
    /// Number of bytes of their texts.
    var textBytes: Int
    /// Number of texts short enough for a `ShortKey`.
    var seeds: Int
    /// Number of entries in the table of pairs, a power of two.
    var pairSlots: Int
    /// Number of characters that are tokens; 0 at byte level.
    var characters: Int

    /// The sizes of a vocabulary's tables; `texts` are its own, as they are spelled in data.
    init(_ vocabulary: Vocabulary, texts: SpelledTexts) {
        tokens = texts.count
        textBytes = texts.bytes.count
        seeds = texts.ranges.count { !$0.isEmpty && $0.count <= ShortKey.longest }
        pairSlots = PairTable.slots(for: vocabulary.merges.count)
        characters = vocabulary.isSentencePiece ? texts.ranges.count { texts.isCharacter($0) } : 0
    }

    /// The sizes as numbers, for a file.
    var numbers: [UInt64] { [tokens, textBytes, seeds, pairSlots, characters].map(UInt64.init) }

    /// The sizes a file states; nil when no vocabulary has such.
    init?(_ numbers: [UInt64]) {
        guard numbers.count == 5, numbers.allSatisfy({ $0 < 1 << 30 }) else { return nil }
        let sizes = numbers.map { Int($0) }
        (tokens, textBytes, seeds, pairSlots, characters) = (
            sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]
        )
        guard tokens <= Int(PairTable.noToken), pairSlots.nonzeroBitCount == 1, pairSlots >= 8 else {
            return nil
        }
    }
}
