internal import CKernels

// Unsafe code: a text is lent to C by address for the length of a call, with its own end.

/// Counts the tokens of texts with a byte-level vocabulary. Learns as it counts; one for each thread.
final class ByteLevelCounter {
    private let tables: ByteLevelTables
    private let short: ShortCounts
    private let long: LongCounts
    private let joiner: PairMerger
    private let lookup = PieceLookup()
    /// A key's bytes.
    private let spelled: Table<UInt8>
    private let memory: Memory
    private var stretch = PaddedText()
    private let crossings = BoundaryScan()
    private let splitting = SplittingTable.shared

    /// A counter that knows the vocabulary's tokens and remembers texts within bounds.
    init(_ tables: ByteLevelTables, bounds: CountBounds = CountBounds()) {
        self.tables = tables
        short = ShortCounts(seeds: tables.seeds, largest: bounds.shortPlaces)
        long = LongCounts(
            tables.rules.takesWholePieceFirst ? tables.texts : nil, bytes: bounds.longBytes,
            largest: bounds.longPlaces)
        joiner = PairMerger(tables.pairs)
        (memory, spelled) = Memory.of(UInt8.self, count: 16)
    }

    /// The tokens of a text.
    func count(_ text: Table<UInt8>) -> Int {
        lookup.count(
            text, from: 0, in: short, cut: cut, look: look,
            long: { start, length in countLong(text, start, length) })
    }

    /// Appends the ids of a text's tokens.
    func encode(_ text: Table<UInt8>, into ids: inout [UInt32]) {
        lookup.forEach(text, from: 0, cut: cut) { start, length in
            if tables.rules.takesWholePieceFirst, let whole = tables.texts.id(of: text, start, length) {
                return ids.append(whole)
            }
            for index in 0..<join(text, start, length) { ids.append(joiner.ids[index]) }
        }
    }

    @inline(__always) private func cut(
        _ text: Table<UInt8>, _ at: inout Int, _ pieces: Table<text_piece>, _ sure: inout Int,
        _ wantsAll: Bool
    ) -> Int {
        var rules = unsafe splitting.rules(
            digitsPerGroup: tables.rules.digitsPerGroup, groupsAreTokens: tables.groupsAreTokens)
        if wantsAll {
            return unsafe text_pieces_find(
                text.address, &at, text.count, &rules, pieces.address, pieces.count, nil)
        }
        return unsafe text_pieces_find(
            text.address, &at, text.count, &rules, pieces.address, pieces.count, &sure)
    }

    /// The tokens of a short piece that was not found at once.
    @inline(never) private func look(_ key: ShortKey) -> Int {
        if let tokens = short.tokens(of: key) { return tokens }
        key.spell(to: spelled)
        let tokens = countParts(spelled, 0, key.length)
        short.insert(key, tokens: tokens)
        return tokens
    }

    @inline(never) private func countLong(_ text: Table<UInt8>, _ start: Int, _ length: Int) -> Int {
        if length > LongCounts.lengths.upperBound {
            return isTakenWhole(text, start, length) ? 1 : countParts(text, start, length)
        }
        return long.tokens(of: text, start, length) { countParts(text, start, length) }
    }

    /// True for a piece that is a token though joining does not make it.
    private func isTakenWhole(_ text: Table<UInt8>, _ start: Int, _ length: Int) -> Bool {
        guard tables.rules.takesWholePieceFirst, length <= TokenTable.lengthLimit else { return false }
        return tables.mayBeUnreachable(LongCounts.hash(text, start, length))
            && tables.texts.id(of: text, start, length) != nil
    }

    /// Counts a piece part by part where no token crosses; ASCII as a whole.
    private func countParts(_ text: Table<UInt8>, _ start: Int, _ length: Int) -> Int {
        if text[start &+ length &- 1] < 0x80 { return join(text, start, length) }
        let padded = stretch.copy(text, start, length)
        let first = PaddedText.margin
        let end = first &+ length
        var part = first
        var isWhole = true
        var total = 0
        var boundary = padded.nextCharacter(after: first)
        while boundary < end {
            let found = crossings.find(padded, &boundary, first: first, end: end, tables.crossings)
            for index in 0..<found {
                let kind = crossings.kinds[index]
                if kind == BoundaryScan.Kind.never {
                    let place = crossings.places[index]
                    total &+= countPart(padded, part, place &- part, isWhole: isWhole)
                    part = place
                    isWhole = true
                } else if kind >= BoundaryScan.Kind.narrow {
                    isWhole = false
                }
            }
        }
        if part == first { return joinPart(padded, part, end &- part, isWhole: isWhole) }
        return total &+ countPart(padded, part, end &- part, isWhole: isWhole)
    }

    @inline(__always) private func countPart(
        _ text: Table<UInt8>, _ start: Int, _ length: Int, isWhole: Bool
    ) -> Int {
        // The lead byte and two continuations: bytes that are not UTF-8 may be three as well.
        if length == 3, text.word(at: start) & 0xC0C0F0 == 0x8080E0 {
            let (high, middle, low) = (text[start] & 15, text[start &+ 1] & 63, text[start &+ 2] & 63)
            return Int(tables.alone[Int(high) &<< 12 | Int(middle) &<< 6 | Int(low)])
        }
        return length == 1 ? 1 : countLongerPart(text, start, length, isWhole: isWhole)
    }

    /// Parts are never taken whole when joining does not make them so.
    @inline(never) private func countLongerPart(
        _ text: Table<UInt8>, _ start: Int, _ length: Int, isWhole: Bool
    ) -> Int {
        if length > LongCounts.lengths.upperBound { return joinPart(text, start, length, isWhole: isWhole) }
        let tokens: Int
        let hash: UInt64
        if length > ShortKey.longest {
            hash = LongCounts.hash(text, start, length)
            tokens = long.tokens(of: text, start, length) { joinPart(text, start, length, isWhole: isWhole) }
        } else {
            let key = ShortKey(text.word(at: start), text.word(at: start &+ 8), length: length)
            hash = key.hash
            if let known = short.tokens(of: key) {
                tokens = known
            } else {
                tokens = joinPart(text, start, length, isWhole: isWhole)
                short.insert(key, tokens: tokens)
            }
        }
        return tokens == 1 && tables.mayBeUnreachable(hash) ? join(text, start, length) : tokens
    }

    /// Joins the bytes of a part, or its characters where tokens hold them as wholes.
    private func joinPart(_ text: Table<UInt8>, _ start: Int, _ length: Int, isWhole: Bool) -> Int {
        guard isWhole else { return join(text, start, length) }
        joiner.reserve(length)
        guard
            let (count, extra) = tables.characters.begin(text, start, length, joiner.ids, alone: tables.alone)
        else { return join(text, start, length) }
        return joiner.join(count) &+ extra
    }

    private func join(_ text: Table<UInt8>, _ start: Int, _ length: Int) -> Int {
        joiner.reserve(length)
        let (ids, byteTokens) = (joiner.ids, tables.byteTokens)
        for index in 0..<length { ids[index] = byteTokens[Int(text[start &+ index])] }
        return joiner.join(length)
    }
}
