/// A byte-level vocabulary, ready for counting; never changed once it is filled.
struct ByteLevelTables: Sendable {
    let rules: Vocabulary.ByteLevelRules
    /// The tokens of up to 15 bytes, with what each counts as a whole piece.
    let seeds: Table<ShortKey>
    let pairs: PairTable
    let crossings: CrossingFilter
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
        in carver: inout TableArena
    ) {
        self.rules = rules
        seeds = carver.next(ShortKey.self, count: sizes.seeds)
        pairs = PairTable(
            entries: carver.next(UInt64.self, count: sizes.pairPlaces),
            results: carver.next(UInt32.self, count: sizes.pairPlaces), resultsAreRanks: resultsAreRanks)
        crossings = CrossingFilter(
            sizes: carver.next(UInt16.self, count: CrossingFilter.sizeCount),
            bits: carver.next(UInt64.self, count: CrossingFilter.wordCount))
        texts = TokenTexts(sizes, in: &carver)
        byteTokens = carver.next(UInt32.self, count: 256)
        alone = carver.next(UInt8.self, count: 1 << 16)
        characters = WholeCharacters(in: &carver)
        unreachable = carver.next(UInt64.self, count: 1 << 10)
        groups = carver.next(UInt8.self, count: 1)
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
        let joiner = PairMerger(pairs)
        fillAlone(joiner)
        characters.fill(vocabulary, spelled, pairs, byteTokens, alone)
        var seeded = 0
        for range in spelled.ranges where !range.isEmpty {
            crossings.insert(spelled.bytes.span.extracting(range))
            let tokens = joined(spelled.bytes[range], joiner)
            let isShort = range.count <= ShortKey.longest
            if isShort {
                seeds[seeded] = spelled.key(range).with(tokens: rules.takesWholePieceFirst ? 1 : tokens)
                seeded += 1
            }
            guard tokens != 1 else { continue }
            let hash =
                isShort
                ? spelled.key(range).hash : LongCounts.hash(texts.bytes, range.lowerBound, range.count)
            unreachable[Int(hash >> 54)] |= 1 << (hash >> 48 & 63)
        }
        groups[0] = everyGroupIsToken(joiner) ? 1 : 0
    }

    private func joined(_ text: ArraySlice<UInt8>, _ joiner: PairMerger) -> Int {
        joiner.reserve(text.count)
        for (place, byte) in text.enumerated() { joiner.ids[place] = byteTokens[Int(byte)] }
        return joiner.join(text.count)
    }

    private func fillAlone(_ joiner: PairMerger) {
        for point in 0..<0x10000 {
            joiner.ids[0] = byteTokens[0xE0 | point >> 12]
            joiner.ids[1] = byteTokens[0x80 | point >> 6 & 63]
            joiner.ids[2] = byteTokens[0x80 | point & 63]
            alone[point] = UInt8(joiner.join(3))
        }
    }

    private func everyGroupIsToken(_ joiner: PairMerger) -> Bool {
        (1...rules.digitsPerGroup).allSatisfy { digits in
            let count = [1, 10, 100, 1000][digits]
            return (0..<count).allSatisfy { number in
                let text = Array(String(number + count).utf8.dropFirst())
                if rules.takesWholePieceFirst, texts.holds(text) { return true }
                return joined(text[...], joiner) == 1
            }
        }
    }
}
