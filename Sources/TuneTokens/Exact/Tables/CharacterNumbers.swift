/// The number and the token of every character.
struct CharacterNumbers: Sendable {
    /// The number by code point; 0 for a character that is no piece.
    let numbers: Table<UInt16>
    /// The token by number.
    private let tokens: Table<UInt32>
    /// The token each byte falls back to.
    private let byteTokens: Table<UInt32>
    private let memory: Memory

    private static let points = 0x110000

    init(_ tables: SentencePieceTables) {
        memory = Memory(size: Self.points * 2 + (1 << 18))
        numbers = memory.table(UInt16.self, at: 0, count: Self.points)
        tokens = memory.table(UInt32.self, at: Self.points * 2, count: 1 << 16)
        byteTokens = tables.byteTokens
        tokens[0] = PairTable.noToken
        let (numbers, tokens) = (numbers, tokens)
        tables.forEachCharacter { point, token, number in
            guard point < Self.points else { return }
            numbers[point] = number
            tokens[Int(number)] = token
        }
        numbers[0x2581] = numbers[0x20]
    }

    /// Writes the tokens of a text's characters to the merger's ids; returns how many, and how many bytes of characters that
    /// are no piece go beyond one each. Such a character is a byte's token if it is ASCII, else `noToken`.
    func begin(
        _ text: Table<UInt8>, at start: Int, length: Int, with merger: PairMerger
    ) -> (count: Int, extra: Int) {
        merger.reserve(length)
        let ids = merger.ids
        var count = 0
        var extra = 0
        var offset = start
        while offset < start &+ length {
            let (point, bytes) = text.character(at: offset, before: start &+ length)
            var token = tokens[Int(numbers[point])]
            if token == PairTable.noToken {
                extra &+= bytes &- 1
                if bytes == 1 { token = byteTokens[Int(text[offset])] }
            }
            ids[count] = token
            count &+= 1
            offset &+= bytes
        }
        return (count, extra)
    }

    /// How many tokens a text is whose characters join with nothing around it.
    func join(
        _ text: Table<UInt8>, at start: Int, length: Int, with merger: PairMerger
    ) -> Int {
        let (count, extra) = begin(text, at: start, length: length, with: merger)
        return merger.join(count) + extra
    }
}
