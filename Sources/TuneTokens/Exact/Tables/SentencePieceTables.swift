internal import CKernels

/// A SentencePiece vocabulary, ready for counting; never changed once it is filled.
struct SentencePieceTables: Sendable {
    /// True when every text gets a space in front, false when those that begin with one do not.
    let marksEveryText: Bool
    /// The pieces of up to 15 bytes, with what each counts by itself.
    let seeds: Table<ShortKey>
    let pairs: PairTable
    let texts: TokenTexts
    /// The token each byte falls back to.
    let byteTokens: Table<UInt32>
    /// The characters that are pieces, in order of their numbers from 1 on: code point, token.
    private let characters: Table<UInt64>
    /// A bit for each two characters that are side by side in a piece.
    let joins: Table<UInt64>
    private let plain: Table<UInt8>

    /// The tables in memory that holds them, or will.
    init(_ sizes: TableSizes, marksEveryText: Bool, resultsAreRanks: Bool, in arena: inout TableArena) {
        self.marksEveryText = marksEveryText
        seeds = arena.next(ShortKey.self, count: sizes.seeds)
        pairs = PairTable(
            entries: arena.next(UInt64.self, count: sizes.pairSlots),
            results: arena.next(UInt32.self, count: sizes.pairSlots), resultsAreRanks: resultsAreRanks)
        texts = TokenTexts(sizes, in: &arena)
        byteTokens = arena.next(UInt32.self, count: 256)
        characters = arena.next(UInt64.self, count: sizes.characters)
        joins = arena.next(UInt64.self, count: Int(TEXT_UNIT_JOIN_BITS) / 64)
        plain = arena.next(UInt8.self, count: 2)
    }

    /// True when pieces join ASCII characters only in the ways `text_unit_rules` names.
    var asciiIsPlain: Bool { plain[0] == 1 }

    /// True when no piece holds a space after another character, and every text gets one in front.
    var cutsBeforeSpaces: Bool { plain[1] == 1 && marksEveryText }

    /// Fills the tables from a vocabulary.
    func fill(_ vocabulary: Vocabulary, _ spelled: SpelledTexts) {
        texts.fill(spelled)
        for byte in 0..<256 { byteTokens[byte] = vocabulary.byteTokens[byte] }
        pairs.fill(vocabulary.merges)
        var numbers: [UInt32: UInt32] = [:]
        for (id, range) in spelled.ranges.enumerated() where spelled.isCharacter(range) {
            let point = spelled.points(range)[0]
            characters[numbers.count] = UInt64(point) << 32 | UInt64(id)
            numbers[point] = UInt32(numbers.count + 1)
        }
        var isPlain = true
        var spacesLead = true
        for range in spelled.ranges {
            let points = spelled.points(range)
            for (left, right) in zip(points, points.dropFirst()) {
                isPlain = isPlain && Self.isPlain(left, right)
                spacesLead = spacesLead && (right != 0x20 || left == 0x20)
                guard let first = numbers[left], let second = numbers[right] else { continue }
                let bit = text_unit_join_bit(first, second)
                joins[bit >> 6] |= 1 << UInt64(bit & 63)
            }
        }
        plain[0] = isPlain ? 1 : 0
        plain[1] = spacesLead ? 1 : 0
        seed(spelled)
    }

    /// Whether the quick cutting of ASCII allows for two characters side by side in a piece.
    private static func isPlain(_ left: UInt32, _ right: UInt32) -> Bool {
        guard left < 0x80, right < 0x80 else { return left >= 0x80 || right >= 0x80 }
        let kinds = [left, right].map { point in
            switch point {
            case 0x20: 1
            case 0x30...0x39, 9...12: 2
            case 0x41...0x5A, 0x61...0x7A: 3
            default: 4
            }
        }
        return !kinds.contains(2) && (kinds[0] == 1 || kinds[0] == kinds[1])
    }

    private func seed(_ spelled: SpelledTexts) {
        let map = CharacterNumbers(self)
        let merger = PairMerger(pairs)
        var seeded = 0
        for range in spelled.ranges where !range.isEmpty && range.count <= ShortKey.longest {
            let tokens = map.join(texts.bytes, at: range.lowerBound, length: range.count, with: merger)
            seeds[seeded] = spelled.key(range).with(tokens: tokens)
            seeded += 1
        }
    }

    /// Calls `body` with the code point, the token and the number of each character that is a piece.
    func forEachCharacter(_ body: (_ point: Int, _ token: UInt32, _ number: UInt16) -> Void) {
        for index in 0..<characters.count {
            let entry = characters[index]
            body(Int(entry >> 32), UInt32(truncatingIfNeeded: entry), UInt16(index + 1))
        }
    }
}
