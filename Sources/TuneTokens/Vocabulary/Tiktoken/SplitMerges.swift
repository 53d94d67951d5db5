/// Finds all pairs of tokens that join into a third: every split of every token.
struct SplitMerges {
    private let table: TokenTable
    private let atCharacters: Bool
    private let powers: [UInt64]
    private var fronts: [TextHash] = []

    /// Over the tokens of `table`, split between bytes, or only between characters.
    init(of table: TokenTable, atCharacters: Bool) {
        self.table = table
        self.atCharacters = atCharacters
        var powers: [UInt64] = [1]
        for length in 0..<TokenTable.lengthLimit { powers.append(powers[length] &* TextHash.base) }
        self.powers = powers
    }

    /// Appends the pairs that join into `id`, all of that rank.
    mutating func append(into id: UInt32, rank: UInt32, to merges: inout [Merge]) {
        let range = table.range(of: Int(id))
        guard range.count > 1 else { return }
        let texts = table.texts
        let text = texts.span.extracting(range)
        hashFronts(of: text)
        let whole = fronts[text.count]
        for cut in 1..<text.count {
            if atCharacters, text[cut] & 0xC0 == 0x80 { continue }
            let front = fronts[cut]
            guard let left = table.id(of: text.extracting(0..<cut), front) else { continue }
            let back = whole.dropping(front, power: powers[text.count - cut])
            guard let right = table.id(of: text.extracting(cut..<text.count), back) else { continue }
            merges.append(Merge(left: left, right: right, result: id, rank: rank))
        }
    }

    private mutating func hashFronts(of text: Span<UInt8>) {
        fronts.removeAll(keepingCapacity: true)
        var front = TextHash()
        fronts.append(front)
        for offset in text.indices {
            front.append(text[offset])
            fronts.append(front)
        }
    }
}
