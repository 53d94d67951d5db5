import TuneBytes

/// Remembers for hashes a word and the record in which they stood first, in at most 24 bytes a hash.
///
/// 256 tables by the hash's lowest byte, so that growing one copies little. Each is open addressing with
/// linear probing in which entries stand in order of their home slots (Robin Hood hashing; Celis, 1986):
/// searches stay short up to a load of 15/16, at which a table grows by an eighth. An entry is 20 bytes: the
/// hash's high half, the word, 32 bits of record; so hashes are told apart by 72 of their bits, and by 136
/// bits together with the word.
struct RecordIndex: Sendable {
    private var tables = [Table](repeating: Table(), count: 256)

    /// What was noted first for this hash; nil when nothing was.
    func entry(for hash: Hash128) -> (word: UInt64, record: Int)? {
        tables[Int(hash.low & 0xFF)].entry(for: hash.high)
    }

    /// Notes a word and a record (from 1) for a hash that has no entry.
    mutating func note(_ hash: Hash128, word: UInt64, record: Int) {
        tables[Int(hash.low & 0xFF)].insert(hash.high, word, UInt32(clamping: record))
    }

    /// The hashes noted.
    var count: Int { tables.reduce(0) { $0 + $1.count } }

    /// The bytes the tables take.
    var bytes: Int { tables.reduce(0) { $0 + $1.capacity * Table.bytesPerSlot } }
}

/// One open-addressing table of a `RecordIndex`.
private struct Table: Sendable {
    static let bytesPerSlot = 20

    private(set) var count = 0
    private var keys: [UInt64] = []
    private var words: [UInt64] = []
    /// 0 marks an empty slot; records count from 1.
    private var records: [UInt32] = []

    var capacity: Int { records.count }

    func entry(for key: UInt64) -> (word: UInt64, record: Int)? {
        guard capacity > 0 else { return nil }
        var slot = home(of: key)
        var distance = 0
        while records[slot] != 0 {
            if keys[slot] == key { return (words[slot], Int(records[slot])) }
            if self.distance(at: slot) < distance { return nil }
            slot = next(slot)
            distance += 1
        }
        return nil
    }

    mutating func insert(_ key: UInt64, _ word: UInt64, _ record: UInt32) {
        if (count + 1) * 16 > capacity * 15 { grow() }
        place(key, word, max(record, 1))
        count += 1
    }

    private mutating func place(_ key: UInt64, _ word: UInt64, _ record: UInt32) {
        var entry = (key, word, record)
        var slot = home(of: key)
        var distance = 0
        while records[slot] != 0 {
            let other = self.distance(at: slot)
            if other < distance {
                swap(&entry.0, &keys[slot])
                swap(&entry.1, &words[slot])
                swap(&entry.2, &records[slot])
                distance = other
            }
            slot = next(slot)
            distance += 1
        }
        (keys[slot], words[slot], records[slot]) = entry
    }

    private mutating func grow() {
        let old = self
        let size = max(8, capacity + capacity / 8 + 1)
        keys = [UInt64](repeating: 0, count: size)
        words = keys
        records = [UInt32](repeating: 0, count: size)
        for slot in old.records.indices where old.records[slot] != 0 {
            place(old.keys[slot], old.words[slot], old.records[slot])
        }
    }

    /// The slot a key belongs to: the key scaled to the table, whose size need be no power of two.
    private func home(of key: UInt64) -> Int {
        Int(key.multipliedFullWidth(by: UInt64(capacity)).high)
    }

    private func next(_ slot: Int) -> Int { slot + 1 == capacity ? 0 : slot + 1 }

    private func distance(at slot: Int) -> Int {
        let home = home(of: keys[slot])
        return slot >= home ? slot - home : slot + capacity - home
    }
}
