/// The texts of a vocabulary's tokens, and which token a text is.
struct TokenTexts {
    let bytes: Table<UInt8>
    /// Where each token's text begins, and one more.
    let starts: Table<UInt32>
    /// Ids in open addressing by the hash of their text.
    let slots: Table<UInt32>

    private static let free = UInt32.max

    /// The texts in memory that holds them, or will.
    init(_ sizes: TableSizes, in arena: inout TableArena) {
        bytes = arena.next(UInt8.self, count: sizes.textBytes)
        starts = arena.next(UInt32.self, count: sizes.tokens + 1)
        slots = arena.next(UInt32.self, count: Self.slots(for: sizes.tokens))
    }

    /// Copies the texts and makes each findable; of equal texts the first.
    func fill(_ texts: SpelledTexts) {
        for index in texts.bytes.indices { bytes[index] = texts.bytes[index] }
        for (id, range) in texts.ranges.enumerated() { starts[id] = UInt32(range.lowerBound) }
        starts[texts.count] = UInt32(texts.bytes.count)
        index()
    }

    /// True when this is a token's text.
    func holds(_ text: [UInt8]) -> Bool {
        let span = text.span
        return Table.lending(span) { id(of: $0, at: 0, length: $0.count) != nil }
    }

    /// The number of tokens.
    var count: Int { starts.count - 1 }

    /// Number of slots for `count` texts: a power of two.
    private static func slots(for count: Int) -> Int {
        var slots = 1 << 9
        while slots * 3 < count * 4 { slots *= 2 }
        return slots
    }

    /// The byte range of a token's text.
    func range(_ id: Int) -> Range<Int> { Int(starts[id])..<Int(starts[id + 1]) }

    private func index() {
        slots.fill(Self.free)
        for id in 0..<count where !range(id).isEmpty {
            let range = range(id)
            if self.id(of: bytes, at: range.lowerBound, length: range.count) != nil { continue }
            var slot =
                Int(truncatingIfNeeded: Self.hash(bytes, at: range.lowerBound, length: range.count))
                & (slots.count - 1)
            while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(id)
        }
    }

    /// The token whose text this is.
    func id(of text: Table<UInt8>, at start: Int, length: Int) -> UInt32? {
        var slot = Int(truncatingIfNeeded: Self.hash(text, at: start, length: length)) & (slots.count &- 1)
        while slots[slot] != Self.free {
            let range = range(Int(slots[slot]))
            if range.count == length, isEqual(text, at: start, to: range) { return slots[slot] }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
        return nil
    }

    private func isEqual(_ text: Table<UInt8>, at start: Int, to range: Range<Int>) -> Bool {
        for offset in 0..<range.count where text[start &+ offset] != bytes[range.lowerBound &+ offset] {
            return false
        }
        return true
    }

    private static func hash(_ text: Table<UInt8>, at start: Int, length: Int) -> UInt64 {
        var hash = UInt64(length)
        for index in start..<(start &+ length) {
            hash = (hash ^ UInt64(text[index])) &* 0x9E37_79B9_7F4A_7C15 &+ (hash &>> 47)
        }
        return hash ^ (hash &>> 31)
    }
}
