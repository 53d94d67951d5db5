import TuneBytes

/// Remembers for hashes a word and the record in which they stood first, in at most 24 bytes a hash.
///
/// 256 tables by the hash's lowest byte, so that growing one copies little. Each is open addressing with
/// linear probing in which entries stand in order of their home slots (Robin Hood hashing; Celis, 1986):
/// searches stay short up to a load of 15/16, at which a table grows by a ninth. An entry is 20 bytes: the
/// hash's high half, the word, 32 bits of record; so hashes are told apart by 72 of their bits, and by 136
/// bits together with the word. 20 × 16/15 × 10/9 is 23.7; the rest is for the table that is being copied.
struct RecordIndex: Sendable {
    private var tables = [Table](repeating: Table(), count: tableCount)
    /// The bytes the tables take.
    private(set) var bytes = 0

    private static let tableCount = 256

    /// The most bytes that noting `count` hashes takes, growing tables included, as long as the hashes are
    /// spread evenly. The first of a table makes eight slots.
    static func bytes(for count: Int) -> Int { 24 * count + 168 * min(count, tableCount) }

    /// How many hashes are noted in so many bytes at least.
    static func count(within bytes: Int) -> Int { max(bytes / (24 + 168), (bytes - 168 * tableCount) / 24) }

    /// What was noted first for this hash; nil when nothing was.
    func entry(for hash: Hash128) -> (word: UInt64, record: Int)? {
        tables[Self.table(of: hash)].entry(for: hash.high)
    }

    /// The record noted for this hash together with this word.
    func record(of hash: Hash128, with word: UInt64) -> Int? {
        entry(for: hash).flatMap { $0.word == word ? $0.record : nil }
    }

    /// Notes a word and a record (from 1) for a hash that has no entry.
    mutating func note(_ hash: Hash128, word: UInt64, record: Int) {
        let place = Self.table(of: hash)
        let before = tables[place].bytes
        tables[place].insert(Slot(hash.high, word, UInt32(clamping: record)))
        bytes += tables[place].bytes - before
    }

    /// The bytes taken while this hash is noted: a table that grows stands beside the larger one.
    func peak(noting hash: Hash128) -> Int { bytes + tables[Self.table(of: hash)].bytesToInsert }

    /// The hashes noted.
    var count: Int { tables.reduce(0) { $0 + $1.count } }

    private static func table(of hash: Hash128) -> Int { Int(hash.low & 0xFF) }
}

/// An entry of a table in 20 bytes, whatever the alignment of its parts.
private struct Slot: Sendable {
    private var keyHalves: (UInt32, UInt32)
    private var wordHalves: (UInt32, UInt32)
    /// 0 marks an empty slot; records count from 1.
    let record: UInt32

    static let empty = Slot()

    private init() {
        (keyHalves, wordHalves, record) = ((0, 0), (0, 0), 0)
    }

    init(_ key: UInt64, _ word: UInt64, _ record: UInt32) {
        keyHalves = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
        wordHalves = (UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32))
        self.record = max(record, 1)
    }

    var isEmpty: Bool { record == 0 }
    var key: UInt64 { UInt64(keyHalves.1) << 32 | UInt64(keyHalves.0) }
    var word: UInt64 { UInt64(wordHalves.1) << 32 | UInt64(wordHalves.0) }
}

/// One open-addressing table of a `RecordIndex`.
private struct Table: Sendable {
    private(set) var count = 0
    private var slots: [Slot] = []

    /// What an array takes beside its elements.
    private static let arrayHeader = 32

    private static func bytes(ofSlots count: Int) -> Int {
        count == 0 ? 0 : arrayHeader + count * MemoryLayout<Slot>.stride
    }

    var bytes: Int { Self.bytes(ofSlots: slots.count) }

    /// The bytes that inserting one more takes beside those taken.
    var bytesToInsert: Int { isFull ? Self.bytes(ofSlots: grownCount) : 0 }

    private var isFull: Bool { (count + 1) * 16 > slots.count * 15 }
    private var grownCount: Int { max(8, slots.count + max(1, slots.count / 9)) }

    func entry(for key: UInt64) -> (word: UInt64, record: Int)? {
        guard !slots.isEmpty else { return nil }
        var place = home(of: key)
        var distance = 0
        while !slots[place].isEmpty {
            if slots[place].key == key { return (slots[place].word, Int(slots[place].record)) }
            if self.distance(at: place) < distance { return nil }
            place = next(place)
            distance += 1
        }
        return nil
    }

    mutating func insert(_ entry: Slot) {
        if isFull { grow() }
        put(entry)
        count += 1
    }

    private mutating func put(_ entry: Slot) {
        var entry = entry
        var place = home(of: entry.key)
        var distance = 0
        while !slots[place].isEmpty {
            let other = self.distance(at: place)
            if other < distance {
                swap(&entry, &slots[place])
                distance = other
            }
            place = next(place)
            distance += 1
        }
        slots[place] = entry
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: .empty, count: grownCount)
        for entry in old where !entry.isEmpty { put(entry) }
    }

    /// The slot a key belongs to: the key scaled to the table, whose size need be no power of two.
    private func home(of key: UInt64) -> Int {
        Int(key.multipliedFullWidth(by: UInt64(slots.count)).high)
    }

    private func next(_ place: Int) -> Int { place + 1 == slots.count ? 0 : place + 1 }

    private func distance(at place: Int) -> Int {
        let home = home(of: slots[place].key)
        return place >= home ? place - home : place + slots.count - home
    }
}
