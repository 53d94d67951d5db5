internal import CKernels

// Unsafe code: a text is lent to C by address for the length of a call, with its own end.

/// Counts the tokens of texts with a byte-level vocabulary. Learns as it counts; one for each thread.
final class ByteLevelCounter {
    private let tables: ByteLevelTables
    private let short: ShortCounts
    private let long: LongCounts
    private let merger: PairMerger
    private let lookup = PieceLookup()
    /// Sixteen bytes for the text of a key.
    private let spelled: Table<UInt8>
    private let memory: Memory
    private var paddedText = PaddedText()
    private let boundaries = BoundaryScan()
    private let splitting = SplittingTable.shared

    /// A counter that knows the vocabulary's tokens and remembers other texts within `bounds`.
    init(_ tables: ByteLevelTables, bounds: ExactCounter.Bounds = ExactCounter.Bounds()) {
        self.tables = tables
        short = ShortCounts(seeds: tables.seeds, largest: bounds.shortSlots)
        long = LongCounts(
            tables.rules.takesWholePieceFirst ? tables.texts : nil, bytes: bounds.longBytes,
            largest: bounds.longSlots)
        merger = PairMerger(tables.pairs)
        (memory, spelled) = Memory.of(UInt8.self, count: 16)
    }

    /// The tokens of a text.
    func count(_ text: Table<UInt8>) -> Int {
        lookup.count(
            text, from: 0, in: short, cut: cut, look: look,
            long: { start, length in countLong(text, at: start, length: length) })
    }

    /// Appends the ids of a text's tokens.
    func encode(_ text: Table<UInt8>, into ids: inout [UInt32]) {
        lookup.forEach(text, from: 0, cut: cut) { start, length in
            if tables.rules.takesWholePieceFirst,
                let whole = tables.texts.id(of: text, at: start, length: length)
            {
                return ids.append(whole)
            }
            for index in 0..<join(text, at: start, length: length) { ids.append(merger.ids[index]) }
        }
    }

    @inline(__always) private func cut(
        _ text: Table<UInt8>, from at: inout Int, into pieces: Table<text_piece>, sure: inout Int,
        wantsAll: Bool
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
        let tokens = countParts(spelled, at: 0, length: key.length)
        short.insert(key, tokens: tokens)
        return tokens
    }

    @inline(never) private func countLong(_ text: Table<UInt8>, at start: Int, length: Int) -> Int {
        if length > LongCounts.lengths.upperBound {
            return isTakenWhole(text, at: start, length: length)
                ? 1 : countParts(text, at: start, length: length)
        }
        return long.tokens(of: text, at: start, length: length) {
            countParts(text, at: start, length: length)
        }
    }

    /// True for a piece that is a token though joining does not make it.
    private func isTakenWhole(_ text: Table<UInt8>, at start: Int, length: Int) -> Bool {
        guard tables.rules.takesWholePieceFirst, length <= TokenTable.lengthLimit else { return false }
        return tables.mayBeUnreachable(LongCounts.hash(text, at: start, length: length))
            && tables.texts.id(of: text, at: start, length: length) != nil
    }

    /// Counts a piece part by part where no token crosses; ASCII as a whole.
    private func countParts(_ text: Table<UInt8>, at start: Int, length: Int) -> Int {
        if text[start &+ length &- 1] < 0x80 { return join(text, at: start, length: length) }
        let padded = paddedText.copy(text, at: start, length: length)
        let first = PaddedText.margin
        let end = first &+ length
        var part = first
        var isWhole = true
        var total = 0
        var boundary = padded.nextCharacter(after: first)
        while boundary < end {
            let found = boundaries.find(
                in: padded, from: &boundary, first: first, end: end, by: tables.boundaryFilter)
            for index in 0..<found {
                let kind = boundaries.kinds[index]
                if kind == BoundaryScan.Kind.never {
                    let boundary = boundaries.offsets[index]
                    total &+= countPart(padded, at: part, length: boundary &- part, isWhole: isWhole)
                    part = boundary
                    isWhole = true
                } else if kind >= BoundaryScan.Kind.narrow {
                    isWhole = false
                }
            }
        }
        if part == first { return joinPart(padded, at: part, length: end &- part, isWhole: isWhole) }
        return total &+ countPart(padded, at: part, length: end &- part, isWhole: isWhole)
    }

    @inline(__always) private func countPart(
        _ text: Table<UInt8>, at start: Int, length: Int, isWhole: Bool
    ) -> Int {
        // The lead byte and two continuations: bytes that are not UTF-8 may be three as well.
        if length == 3, text.word(at: start) & 0xC0C0F0 == 0x8080E0 {
            let (high, middle, low) = (text[start] & 15, text[start &+ 1] & 63, text[start &+ 2] & 63)
            return Int(tables.alone[Int(high) &<< 12 | Int(middle) &<< 6 | Int(low)])
        }
        return length == 1 ? 1 : countLongerPart(text, at: start, length: length, isWhole: isWhole)
    }

    /// Parts are never taken whole when joining does not make them so.
    @inline(never) private func countLongerPart(
        _ text: Table<UInt8>, at start: Int, length: Int, isWhole: Bool
    ) -> Int {
        if length > LongCounts.lengths.upperBound {
            return joinPart(text, at: start, length: length, isWhole: isWhole)
        }
        let tokens: Int
        let hash: UInt64
        if length > ShortKey.longest {
            hash = LongCounts.hash(text, at: start, length: length)
            tokens = long.tokens(of: text, at: start, length: length) {
                joinPart(text, at: start, length: length, isWhole: isWhole)
            }
        } else {
            let key = ShortKey(text.word(at: start), text.word(at: start &+ 8), length: length)
            hash = key.hash
            if let known = short.tokens(of: key) {
                tokens = known
            } else {
                tokens = joinPart(text, at: start, length: length, isWhole: isWhole)
                short.insert(key, tokens: tokens)
            }
        }
        return tokens == 1 && tables.mayBeUnreachable(hash) ? join(text, at: start, length: length) : tokens
    }

    /// Joins the bytes of a part, or its characters where tokens hold them as wholes.
    private func joinPart(_ text: Table<UInt8>, at start: Int, length: Int, isWhole: Bool) -> Int {
        guard isWhole else { return join(text, at: start, length: length) }
        merger.reserve(length)
        guard
            let (count, extra) = tables.characters.begin(
                text, at: start, length: length, into: merger.ids, alone: tables.alone)
        else { return join(text, at: start, length: length) }
        return merger.join(count) &+ extra
    }

    private func join(_ text: Table<UInt8>, at start: Int, length: Int) -> Int {
        merger.reserve(length)
        let (ids, byteTokens) = (merger.ids, tables.byteTokens)
        for index in 0..<length { ids[index] = byteTokens[Int(text[start &+ index])] }
        return merger.join(length)
    }
}
