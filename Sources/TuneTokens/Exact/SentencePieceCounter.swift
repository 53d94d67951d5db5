internal import CKernels

// Unsafe code: a text is lent to C by address for the length of a call, with its own end.

/// Counts the tokens of texts with a SentencePiece vocabulary. Learns as it counts; one for each thread.
final class SentencePieceCounter {
    private let tables: SentencePieceTables
    private let numbers: CharacterNumbers
    private let short: ShortCounts
    private let long: LongCounts
    private let merger: PairMerger
    private let lookup = PieceLookup()
    private let spelled: Table<UInt8>
    private let memory: Memory
    private var opening: Table<UInt8>
    private var openingMemory: Memory

    /// Number of bytes of a text that are copied, with the space before them.
    private static let openingLength = 1 << 10

    /// A counter that knows the vocabulary's pieces and remembers other texts within `bounds`.
    init(
        _ tables: SentencePieceTables, _ numbers: CharacterNumbers,
        bounds: ExactCounter.Bounds = ExactCounter.Bounds()
    ) {
        self.tables = tables
        self.numbers = numbers
        short = ShortCounts(seeds: tables.seeds, largest: bounds.shortSlots)
        long = LongCounts(nil, bytes: bounds.longBytes, largest: bounds.longSlots)
        merger = PairMerger(tables.pairs)
        (memory, spelled) = Memory.of(UInt8.self, count: 16)
        (openingMemory, opening) = Memory.of(UInt8.self, count: Self.openingLength)
    }

    /// See `TokenCounter`.
    var cutsBeforeSpaces: Bool { tables.cutsBeforeSpaces }

    /// The tokens of a text.
    func count(_ text: Table<UInt8>) -> Int {
        if !tables.marksEveryText, beginsWithSpace(text) { return count(text, from: 0) }
        let opened = open(text)
        let first = count(opened.text, from: 0)
        return opened.rest == text.count ? first : first &+ count(text, from: opened.rest)
    }

    /// Appends the ids of a text's tokens.
    func encode(_ text: Table<UInt8>, into ids: inout [UInt32]) {
        if !tables.marksEveryText, beginsWithSpace(text) { return encode(text, from: 0, into: &ids) }
        let opened = open(text)
        encode(opened.text, from: 0, into: &ids)
        if opened.rest < text.count { encode(text, from: opened.rest, into: &ids) }
    }

    /// True when a text begins with a space or with U+2581.
    private func beginsWithSpace(_ text: Table<UInt8>) -> Bool {
        let (point, _) = text.character(at: 0, before: text.count)
        return point == 0x20 || point == 0x2581
    }

    /// A space and the text after it, or as much of it as its first units are, and where the rest of it begins.
    private func open(_ text: Table<UInt8>) -> (text: Table<UInt8>, rest: Int) {
        var length = text.count
        if length >= Self.openingLength {
            length = Self.openingLength - 1
            while length > 0, text[length] & 0xC0 == 0x80 { length -= 1 }
            copyOpening(text, length)
            var lastStart = 0
            lookup.forEach(opening.prefix(length + 1), from: 0, cut: cut) { start, _ in lastStart = start }
            length = lastStart > 0 ? lastStart - 1 : text.count
        }
        copyOpening(text, length)
        return (opening.prefix(length + 1), length)
    }

    private func copyOpening(_ text: Table<UInt8>, _ length: Int) {
        if length >= opening.count { (openingMemory, opening) = Memory.of(UInt8.self, count: length + 1) }
        opening[0] = 0x20
        opening.copy(text, from: 0, count: length, to: 1)
    }

    private func count(_ text: Table<UInt8>, from start: Int) -> Int {
        lookup.count(
            text, from: start, in: short, cut: cut, look: look,
            long: { start, length in countLong(text, at: start, length: length) })
    }

    @inline(__always) private func cut(
        _ text: Table<UInt8>, from at: inout Int, into units: Table<text_piece>, sure: inout Int,
        wantsAll: Bool
    ) -> Int {
        var rules = unsafe text_unit_rules(
            numbers: numbers.numbers.address, joins: tables.joins.address, ascii_is_plain: tables.asciiIsPlain
        )
        if wantsAll {
            return unsafe text_units_find(
                text.address, &at, text.count, &rules, units.address, units.count, nil)
        }
        return unsafe text_units_find(
            text.address, &at, text.count, &rules, units.address, units.count, &sure)
    }

    @inline(never) private func look(_ key: ShortKey) -> Int {
        if let tokens = short.tokens(of: key) { return tokens }
        key.spell(to: spelled)
        let tokens = numbers.join(spelled, at: 0, length: key.length, with: merger)
        short.insert(key, tokens: tokens)
        return tokens
    }

    @inline(never) private func countLong(_ text: Table<UInt8>, at start: Int, length: Int) -> Int {
        if length > LongCounts.lengths.upperBound {
            return numbers.join(text, at: start, length: length, with: merger)
        }
        return long.tokens(of: text, at: start, length: length) {
            numbers.join(text, at: start, length: length, with: merger)
        }
    }

    private func encode(_ text: Table<UInt8>, from start: Int, into ids: inout [UInt32]) {
        lookup.forEach(text, from: start, cut: cut) { start, length in
            let (count, _) = numbers.begin(text, at: start, length: length, with: merger)
            let left = merger.join(count)
            // Beyond ASCII, a character that is no piece is a unit by itself.
            guard left == 1, merger.ids[0] == PairTable.noToken else {
                for index in 0..<left { ids.append(merger.ids[index]) }
                return
            }
            for index in start..<(start &+ length) { ids.append(tables.byteTokens[Int(text[index])]) }
        }
    }
}
