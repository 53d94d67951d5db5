/// A byte-level vocabulary, ready for counting; never changed once it is filled.
struct ByteLevelTables: Sendable {
    let rules: Vocabulary.ByteLevelRules
    /// The tokens of up to 15 bytes, with what each counts as a whole piece.
    let seeds: Table<ShortKey>
    let pairs: PairTable
    let boundaryFilter: BoundaryFilter
    let texts: TokenTexts
    /// The token each byte begins as.
    let byteTokens: Table<UInt32>
    /// What each character of three bytes counts by itself, by code point, overlong ones too.
    let alone: Table<UInt8>
    /// Of characters of three bytes, how they begin where tokens cross them only as wholes.
    let characters: WholeCharacters
    /// A bit for the hash of each token that joining never makes.
    private let unreachable: Table<UInt64>
    /// One when each group of digits is a token.
    private let groups: Table<UInt8>

    /// The tables in memory that holds them, or will.
    init(
        _ rules: Vocabulary.ByteLevelRules, _ sizes: TableSizes, resultsAreRanks: Bool,
        in arena: inout TableArena
    ) {
        self.rules = rules
        seeds = arena.next(ShortKey.self, count: sizes.seeds)
        pairs = PairTable(
            entries: arena.next(UInt64.self, count: sizes.pairSlots),
            results: arena.next(UInt32.self, count: sizes.pairSlots), resultsAreRanks: resultsAreRanks)
        boundaryFilter = BoundaryFilter(
            sizes: arena.next(UInt16.self, count: BoundaryFilter.sizeCount),
            bits: arena.next(UInt64.self, count: BoundaryFilter.wordCount))
        texts = TokenTexts(sizes, in: &arena)
        byteTokens = arena.next(UInt32.self, count: 256)
        alone = arena.next(UInt8.self, count: 1 << 16)
        characters = WholeCharacters(in: &arena)
        unreachable = arena.next(UInt64.self, count: 1 << 10)
        groups = arena.next(UInt8.self, count: 1)
    }

    /// True when every group of up to `rules.digitsPerGroup` ASCII digits is a token.
    var groupsAreTokens: Bool { groups[0] == 1 }

    /// True when joining may not make the token whose key or text has this hash.
    @inline(__always) func mayBeUnreachable(_ hash: UInt64) -> Bool {
        let bit = Int(hash &>> 48)
        return (unreachable[bit &>> 6] &>> UInt64(bit & 63)) & 1 == 1
    }

    /// Fills the tables from a vocabulary.
    func fill(_ vocabulary: Vocabulary, _ spelled: SpelledTexts) {
        texts.fill(spelled)
        for byte in 0..<256 { byteTokens[byte] = vocabulary.byteTokens[byte] }
        pairs.fill(vocabulary.merges)
        let merger = PairMerger(pairs)
        fillAlone(merger)
        characters.fill(from: vocabulary, spelled, pairs: pairs, byteTokens: byteTokens, alone: alone)
        var seeded = 0
        for range in spelled.ranges where !range.isEmpty {
            boundaryFilter.insert(spelled.bytes.span.extracting(range))
            let tokens = joined(spelled.bytes[range], merger)
            let isShort = range.count <= ShortKey.longest
            if isShort {
                seeds[seeded] = spelled.key(range).with(tokens: rules.takesWholePieceFirst ? 1 : tokens)
                seeded += 1
            }
            guard tokens != 1 else { continue }
            let hash =
                isShort
                ? spelled.key(range).hash
                : LongCounts.hash(texts.bytes, at: range.lowerBound, length: range.count)
            unreachable[Int(hash >> 54)] |= 1 << (hash >> 48 & 63)
        }
        groups[0] = everyGroupIsToken(merger) ? 1 : 0
    }

    private func joined(_ text: ArraySlice<UInt8>, _ merger: PairMerger) -> Int {
        merger.reserve(text.count)
        for (index, byte) in text.enumerated() { merger.ids[index] = byteTokens[Int(byte)] }
        return merger.join(text.count)
    }

    private func fillAlone(_ merger: PairMerger) {
        for point in 0..<0x10000 {
            merger.ids[0] = byteTokens[0xE0 | point >> 12]
            merger.ids[1] = byteTokens[0x80 | point >> 6 & 63]
            merger.ids[2] = byteTokens[0x80 | point & 63]
            alone[point] = UInt8(merger.join(3))
        }
    }

    private func everyGroupIsToken(_ merger: PairMerger) -> Bool {
        (1...rules.digitsPerGroup).allSatisfy { digits in
            let count = [1, 10, 100, 1000][digits]
            return (0..<count).allSatisfy { number in
                let text = Array(String(number + count).utf8.dropFirst())
                if rules.takesWholePieceFirst, texts.holds(text) { return true }
                return joined(text[...], merger) == 1
            }
        }
    }
}
