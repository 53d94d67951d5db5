/// How many tokens longer texts are, of 16 to 255 bytes; within a bound, it forgets all when it is full.
final class LongCounts {
    /// A text: its hash, where its bytes stand, how many, and its tokens.
    private struct Entry: BitwiseCopyable {
        var hash: UInt64
        var place: UInt32
        var length: UInt16
        var tokens: UInt16
    }

    /// The lengths that are remembered.
    static let lengths = 16...255

    /// Places for texts, at most half of them used.
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

    /// A table that begins with the tokens of `seeds`, one each, and remembers at most about `bytes` of text in `largest`
    /// places (a power of two); more where the seeds alone need it.
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
                seeds.bytes, range.lowerBound, range.count,
                Self.hash(seeds.bytes, range.lowerBound, range.count), tokens: 1)
        }
    }

    /// The hash of a text of at least eight bytes.
    @inline(__always) static func hash(_ text: Table<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
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
        of text: Table<UInt8>, _ start: Int, _ length: Int, orBy count: () -> Int
    ) -> Int {
        let hash = Self.hash(text, start, length)
        if let tokens = known(text, start, length, hash) { return tokens }
        let tokens = count()
        insert(text, start, length, hash, tokens: tokens)
        return tokens
    }

    @inline(__always) private func known(
        _ text: Table<UInt8>, _ start: Int, _ length: Int, _ hash: UInt64
    ) -> Int? {
        let entries = entries
        var place = Int(truncatingIfNeeded: hash &>> 20) & (entries.count &- 1)
        while true {
            let entry = entries[place]
            if entry.hash == 0 { return nil }
            if entry.hash == hash, Int(entry.length) == length, isEqual(text, start, length, Int(entry.place))
            {
                return Int(entry.tokens)
            }
            place = (place &+ 1) & (entries.count &- 1)
        }
    }

    @inline(__always) private func isEqual(_ text: Table<UInt8>, _ start: Int, _ length: Int, _ place: Int)
        -> Bool
    {
        var index = 0
        while index &+ 8 < length {
            if text.word(at: start &+ index) != texts.word(at: place &+ index) { return false }
            index &+= 8
        }
        return text.word(at: start &+ length &- 8) == texts.word(at: place &+ length &- 8)
    }

    private func insert(_ text: Table<UInt8>, _ start: Int, _ length: Int, _ hash: UInt64, tokens: Int) {
        if used * 2 >= entries.count || written + length > texts.count { makeRoom(for: length) }
        texts.copy(text, from: start, count: length, to: written)
        put(Entry(hash: hash, place: UInt32(written), length: UInt16(length), tokens: UInt16(tokens)))
        written += length
    }

    private func put(_ entry: Entry) {
        var place = Int(truncatingIfNeeded: entry.hash &>> 20) & (entries.count &- 1)
        while entries[place].hash != 0 { place = (place &+ 1) & (entries.count &- 1) }
        entries[place] = entry
        used += 1
    }

    private func makeRoom(for length: Int) {
        let isFull = written + length > texts.count || entries.count >= largest
        if isFull {
            entries.fill(Entry(hash: 0, place: 0, length: 0, tokens: 0))
            return seed()
        }
        let (old, oldMemory) = (entries, memory)
        (memory, entries) = Memory.of(Entry.self, count: old.count * 2)
        used = 0
        for index in 0..<old.count where old[index].hash != 0 { put(old[index]) }
        withExtendedLifetime(oldMemory) {}
    }
}
