/// How large the tables of a vocabulary are: what a compiled file says about itself beside its scheme.
struct TableSizes: Equatable {
    /// Token ids.
    var tokens: Int
    /// Bytes of their texts.
    var textBytes: Int
    /// Texts short enough for a slot.
    var seeds: Int
    /// Places for pairs.
    var pairPlaces: Int
    /// Characters that are tokens.
    var characters: Int

    /// The sizes of a vocabulary's tables; its texts as they are spelled in data.
    init(_ vocabulary: Vocabulary, texts: SpelledTexts) {
        tokens = texts.count
        textBytes = texts.bytes.count
        seeds = texts.ranges.count { !$0.isEmpty && $0.count <= ShortKey.longest }
        pairPlaces = PairTable.places(for: vocabulary.merges.count)
        characters = vocabulary.isSentencePiece ? texts.ranges.count { texts.isCharacter($0) } : 0
    }

    /// The sizes as numbers, for a file.
    var numbers: [UInt64] { [tokens, textBytes, seeds, pairPlaces, characters].map(UInt64.init) }

    /// The sizes a file states; nil when no vocabulary has such.
    init?(_ numbers: [UInt64]) {
        guard numbers.count == 5, numbers.allSatisfy({ $0 < 1 << 30 }) else { return nil }
        let sizes = numbers.map { Int($0) }
        (tokens, textBytes, seeds, pairPlaces, characters) = (
            sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]
        )
        guard tokens <= Int(PairTable.noToken), pairPlaces.nonzeroBitCount == 1, pairPlaces >= 8 else {
            return nil
        }
    }
}
