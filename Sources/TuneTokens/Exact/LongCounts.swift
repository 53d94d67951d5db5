/// Remembers how many tokens longer texts are, of 16 to 255 bytes; within a bound, and it forgets all when it is full.
final class LongCounts {
    /// A text: its hash, the offset of its bytes in `texts`, their number, and its tokens.
    private struct Entry: BitwiseCopyable {
        var hash: UInt64
        var offset: UInt32
        var length: UInt16
        var tokens: UInt16
    }

    /// The lengths that are remembered.
    static let lengths = 16...255

    /// Open addressing by hash, at most half full; a hash of 0 is a free slot.
    private var entries: Table<Entry>
    private var memory: Memory
    private let texts: Table<UInt8>
    private let textMemory: Memory
    private var written = 0
    private var used = 0

    private let seeds: TokenTexts?
    private let largest: Int

    /// How many texts it can remember without growing.
    var room: Int { entries.count / 2 }

    /// A table that begins with the tokens of `seeds`, one each, and remembers at most about `bytes` bytes of text in
    /// `largest` slots (a power of two); more where the seeds alone need it.
    init(_ seeds: TokenTexts?, bytes: Int, largest: Int) {
        self.seeds = seeds
        let lengths = seeds.map { seeds in (0..<seeds.count).map { seeds.range($0).count } } ?? []
        let seeded = lengths.filter(Self.lengths.contains)
        var largest = largest
        while largest < seeded.count * 4 { largest *= 2 }
        self.largest = largest
        (memory, entries) = Memory.of(Entry.self, count: min(largest, 1 << 13))
        (textMemory, texts) = Memory.of(
            UInt8.self, count: max(bytes, seeded.reduce(0, +) * 2 + Self.lengths.upperBound))
        seed()
    }

    private func seed() {
        (written, used) = (0, 0)
        guard let seeds else { return }
        for id in 0..<seeds.count {
            let range = seeds.range(id)
            guard Self.lengths.contains(range.count) else { continue }
            insert(
                seeds.bytes, at: range.lowerBound, length: range.count,
                hash: Self.hash(seeds.bytes, at: range.lowerBound, length: range.count), tokens: 1)
        }
    }

    /// The hash of a text of at least eight bytes.
    @inline(__always) static func hash(_ text: Table<UInt8>, at start: Int, length: Int) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
        var index = start
        let last = start &+ length &- 8
        while index < last {
            hash = (hash ^ text.word(at: index)) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash &>> 32
            index &+= 8
        }
        hash = (hash ^ text.word(at: last)) &* 0xC4CE_B9FE_1A85_EC53
        return (hash ^ (hash &>> 29)) | 1
    }

    /// The tokens of a text, by `count` when it is not known.
    @inline(__always) func tokens(
        of text: Table<UInt8>, at start: Int, length: Int, orBy count: () -> Int
    ) -> Int {
        let hash = Self.hash(text, at: start, length: length)
        if let tokens = known(text, at: start, length: length, hash: hash) { return tokens }
        let tokens = count()
        insert(text, at: start, length: length, hash: hash, tokens: tokens)
        return tokens
    }

    @inline(__always) private func known(
        _ text: Table<UInt8>, at start: Int, length: Int, hash: UInt64
    ) -> Int? {
        let entries = entries
        var slot = Int(truncatingIfNeeded: hash &>> 20) & (entries.count &- 1)
        while true {
            let entry = entries[slot]
            if entry.hash == 0 { return nil }
            if entry.hash == hash, Int(entry.length) == length,
                isEqual(text, at: start, length: length, toTextAt: Int(entry.offset))
            {
                return Int(entry.tokens)
            }
            slot = (slot &+ 1) & (entries.count &- 1)
        }
    }

    @inline(__always) private func isEqual(
        _ text: Table<UInt8>, at start: Int, length: Int, toTextAt offset: Int
    )
        -> Bool
    {
        var index = 0
        while index &+ 8 < length {
            if text.word(at: start &+ index) != texts.word(at: offset &+ index) { return false }
            index &+= 8
        }
        return text.word(at: start &+ length &- 8) == texts.word(at: offset &+ length &- 8)
    }

    private func insert(_ text: Table<UInt8>, at start: Int, length: Int, hash: UInt64, tokens: Int) {
        if used * 2 >= entries.count || written + length > texts.count { makeRoom(for: length) }
        texts.copy(text, from: start, count: length, to: written)
        put(Entry(hash: hash, offset: UInt32(written), length: UInt16(length), tokens: UInt16(tokens)))
        written += length
    }

    private func put(_ entry: Entry) {
        var slot = Int(truncatingIfNeeded: entry.hash &>> 20) & (entries.count &- 1)
        while entries[slot].hash != 0 { slot = (slot &+ 1) & (entries.count &- 1) }
        entries[slot] = entry
        used += 1
    }

    private func makeRoom(for length: Int) {
        let isFull = written + length > texts.count || entries.count >= largest
        if isFull {
            entries.fill(Entry(hash: 0, offset: 0, length: 0, tokens: 0))
            return seed()
        }
        let (old, oldMemory) = (entries, memory)
        (memory, entries) = Memory.of(Entry.self, count: old.count * 2)
        used = 0
        for index in 0..<old.count where old[index].hash != 0 { put(old[index]) }
        withExtendedLifetime(oldMemory) {}
    }
}
