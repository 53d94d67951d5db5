internal import CByteMasks

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
    /// A bit for each two characters that stand side by side in a piece.
    let joins: Table<UInt64>
    private let plain: Table<UInt8>

    /// The tables in memory that holds them, or will.
    init(_ sizes: TableSizes, marksEveryText: Bool, resultsAreRanks: Bool, in carver: inout Carver) {
        self.marksEveryText = marksEveryText
        seeds = carver.next(ShortKey.self, count: sizes.seeds)
        pairs = PairTable(
            entries: carver.next(UInt64.self, count: sizes.pairPlaces),
            results: carver.next(UInt32.self, count: sizes.pairPlaces), resultsAreRanks: resultsAreRanks)
        texts = TokenTexts(sizes, in: &carver)
        byteTokens = carver.next(UInt32.self, count: 256)
        characters = carver.next(UInt64.self, count: sizes.characters)
        joins = carver.next(UInt64.self, count: Int(TEXT_UNIT_JOIN_BITS) / 64)
        plain = carver.next(UInt8.self, count: 1)
    }

    /// True when pieces join ASCII characters only in the ways `text_unit_rules` names.
    var asciiIsPlain: Bool { plain[0] == 1 }

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
        for range in spelled.ranges {
            let points = spelled.points(range)
            for (left, right) in zip(points, points.dropFirst()) {
                isPlain = isPlain && Self.isPlain(left, right)
                guard let first = numbers[left], let second = numbers[right] else { continue }
                let bit = text_unit_join_bit(first, second)
                joins[bit >> 6] |= 1 << UInt64(bit & 63)
            }
        }
        plain[0] = isPlain ? 1 : 0
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
        let joiner = Joiner(pairs)
        var seeded = 0
        for range in spelled.ranges where !range.isEmpty && range.count <= ShortKey.longest {
            let tokens = map.join(texts.bytes, range.lowerBound, range.count, joiner)
            seeds[seeded] = spelled.key(range).with(tokens: tokens)
            seeded += 1
        }
    }

    /// Calls `body` with the code point, the token and the number of each character that is a piece.
    func forEachCharacter(_ body: (_ point: Int, _ token: UInt32, _ number: UInt16) -> Void) {
        for place in 0..<characters.count {
            let entry = characters[place]
            body(Int(entry >> 32), UInt32(truncatingIfNeeded: entry), UInt16(place + 1))
        }
    }
}

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
            numbers[point] = number
            tokens[Int(number)] = token
        }
        numbers[0x2581] = numbers[0x20]
    }

    /// Writes the tokens of a text's characters to the joiner's ids; returns how many, and how many bytes of characters that
    /// are no piece go beyond one each. Such a character is a byte's token if it is ASCII, else `noToken`.
    func begin(
        _ text: Table<UInt8>, _ start: Int, _ length: Int, _ joiner: Joiner
    ) -> (count: Int, extra: Int) {
        joiner.reserve(length)
        let ids = joiner.ids
        var count = 0
        var extra = 0
        var place = start
        while place < start &+ length {
            let (point, bytes) = text.character(at: place, before: start &+ length)
            var token = tokens[Int(numbers[point])]
            if token == PairTable.noToken {
                extra &+= bytes &- 1
                if bytes == 1 { token = byteTokens[Int(text[place])] }
            }
            ids[count] = token
            count &+= 1
            place &+= bytes
        }
        return (count, extra)
    }

    /// How many tokens a text is whose characters join with nothing around it.
    func join(
        _ text: Table<UInt8>, _ start: Int, _ length: Int, _ joiner: Joiner
    ) -> Int {
        let (count, extra) = begin(text, start, length, joiner)
        return joiner.join(count) + extra
    }
}

extension Table where Element == UInt8 {
    /// Where the character behind the one at `index` begins, as far as the lead byte tells.
    @inline(__always) func nextCharacter(after index: Int) -> Int {
        let lead = self[index]
        return index &+ (lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4)
    }

    /// The code point at `index` and its bytes; a byte that begins no character is one by itself, U+FFFF.
    @inline(__always) func character(at index: Int, before end: Int) -> (point: Int, bytes: Int) {
        let lead = Int(self[index])
        if lead < 0x80 { return (lead, 1) }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead <= 0xF4, end &- index >= length else { return (0xFFFF, 1) }
        var point = lead & (0x7F &>> length)
        for offset in 1..<length { point = point &<< 6 | Int(self[index &+ offset]) & 0x3F }
        return (point < 0x110000 ? point : 0xFFFF, length)
    }
}
