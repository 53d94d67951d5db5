/// The characters of three bytes as tokens, for parts of a text in which tokens hold such characters whole or not at all.
///
/// There the bytes need not be joined one by one: each character begins as its token. That gives the same tokens if the
/// bytes of a character are joined before any pair of tokens of which it is one: then the pairs of whole characters join in
/// the same order either way. It is looked into for every pair when a vocabulary is compiled; the few characters for which
/// it does not hold are left out.
struct WholeCharacters {
    /// By code point below 0x10000: the token, `PairTable.noToken` for a character that is several, `byBytes` for one that must be
    /// joined byte by byte.
    private let tokens: Table<UInt32>

    private static let byBytes = UInt32.max

    /// The table in memory that holds it, or will.
    init(in arena: inout TableArena) {
        tokens = arena.next(UInt32.self, count: 1 << 16)
    }

    /// Writes the tokens that the characters of a text begin as; nil when it holds one that must be joined by bytes.
    @inline(__always) func begin(
        _ text: Table<UInt8>, at start: Int, length: Int, into ids: Table<UInt32>, alone: Table<UInt8>
    ) -> (count: Int, extra: Int)? {
        var count = 0
        var extra = 0
        var offset = start
        while offset < start &+ length {
            guard let point = Self.point(text, at: offset, before: start &+ length) else { return nil }
            let token = tokens[point]
            if token == Self.byBytes { return nil }
            if token == PairTable.noToken { extra &+= Int(alone[point]) &- 1 }
            ids[count] = token
            count &+= 1
            offset &+= 3
        }
        return (count, extra)
    }

    /// The code point of the character of three bytes at `offset`; nil when there is none.
    @inline(__always) private static func point(_ text: Table<UInt8>, at offset: Int, before end: Int) -> Int?
    {
        guard offset &+ 3 <= end, text.word(at: offset) & 0xC0C0F0 == 0x8080E0 else { return nil }
        let (lead, second, third) = (Int(text[offset]), Int(text[offset &+ 1]), Int(text[offset &+ 2]))
        return (lead & 15) &<< 12 | (second & 63) &<< 6 | third & 63
    }

    /// Fills the table from a vocabulary whose other tables are filled.
    func fill(
        from vocabulary: Vocabulary, _ spelled: SpelledTexts, pairs: PairTable,
        byteTokens: Table<UInt32>, alone: Table<UInt8>
    ) {
        tokens.fill(PairTable.noToken)
        var complete: [UInt32: (point: Int, rank: UInt32)] = [:]
        for (id, range) in spelled.ranges.enumerated() where range.count == 3 {
            guard let point = Self.points(spelled, range)?.first, alone[point] == 1 else { continue }
            tokens[point] = UInt32(id)
            let bytes = spelled.bytes[range].map { byteTokens[Int($0)] }
            complete[UInt32(id)] = (point, Self.lastRank(bytes, pairs))
        }
        for merge in vocabulary.merges where Self.points(spelled, spelled.ranges[Int(merge.result)]) != nil {
            for part in [merge.left, merge.right] {
                guard let (point, rank) = complete[part], merge.rank <= rank else { continue }
                tokens[point] = Self.byBytes
            }
        }
    }

    /// The highest rank by which any bytes of a character may join.
    private static func lastRank(_ bytes: [UInt32], _ pairs: PairTable) -> UInt32 {
        func join(_ left: UInt32, _ right: UInt32) -> (rank: UInt32, token: UInt32)? {
            let rank = pairs.rank(left, right)
            return rank == PairTable.never ? nil : (rank, pairs.result(left, right))
        }
        let (front, back) = (join(bytes[0], bytes[1]), join(bytes[1], bytes[2]))
        let whole = [front.flatMap { join($0.token, bytes[2]) }, back.flatMap { join(bytes[0], $0.token) }]
        return ([front, back] + whole).compactMap { $0?.rank }.max() ?? 0
    }

    /// The code points of a text that is all characters of three bytes; nil for any other.
    private static func points(_ spelled: SpelledTexts, _ range: Range<Int>) -> [Int]? {
        guard !range.isEmpty, range.count % 3 == 0 else { return nil }
        var points: [Int] = []
        for offset in stride(from: range.lowerBound, to: range.upperBound, by: 3) {
            let bytes = spelled.bytes[offset..<(offset + 3)].map { Int($0) }
            guard bytes[0] & 0xF0 == 0xE0, bytes[1] & 0xC0 == 0x80, bytes[2] & 0xC0 == 0x80 else {
                return nil
            }
            points.append((bytes[0] & 15) << 12 | (bytes[1] & 63) << 6 | bytes[2] & 63)
        }
        return points
    }
}
