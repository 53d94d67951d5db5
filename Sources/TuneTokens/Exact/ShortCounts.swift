internal import CKernels

/// Remembers how many tokens short texts are: open addressing, at most half full, within a bound.
///
/// It begins with every token of the vocabulary, learns what was counted, and forgets all it learned when it is
/// full.
final class ShortCounts {
    /// The slots; changes when the table grows.
    private(set) var slots: Table<ShortKey>
    /// How far a hash is shifted to name a slot.
    private(set) var shift: UInt32
    private var memory: Memory
    private var used = 0
    private let seeds: Table<ShortKey>
    private let largest: Int

    /// A table that begins with `seeds`, slots with their tokens, and has at most `largest` slots (a power of two).
    init(seeds: Table<ShortKey>, largest: Int) {
        var size = 1 << 12
        while size < seeds.count * 4 { size *= 2 }
        self.seeds = seeds
        self.largest = max(size, largest)
        (memory, slots) = Memory.of(ShortKey.self, count: size)
        shift = UInt32(64 - size.trailingZeroBitCount)
        seed()
    }

    /// Remembers a text that is in no slot yet.
    func insert(_ key: ShortKey, tokens: Int) {
        if used * 2 >= slots.count { makeRoom() }
        put(key.with(tokens: tokens))
    }

    /// The tokens of a text, or nil when it is not known.
    @inline(__always) func tokens(of key: ShortKey) -> Int? {
        let slots = slots
        var slot = Int(truncatingIfNeeded: key.hash &>> UInt64(shift))
        while true {
            let found = slots[slot]
            if key.matches(found) { return found.tokens }
            if found.isFree { return nil }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
    }

    private func seed() {
        used = 0
        for index in 0..<seeds.count { put(seeds[index]) }
    }

    private func put(_ key: ShortKey) {
        var slot = Int(truncatingIfNeeded: key.key.hash &>> UInt64(shift))
        while !slots[slot].isFree { slot = (slot &+ 1) & (slots.count &- 1) }
        slots[slot] = key
        used += 1
    }

    private func makeRoom() {
        if slots.count >= largest {
            slots.fill(ShortKey(low: 0, high: 0))
            return seed()
        }
        let (old, oldMemory) = (slots, memory)
        (memory, slots) = Memory.of(ShortKey.self, count: old.count * 2)
        shift -= 1
        used = 0
        for index in 0..<old.count where !old[index].isFree { put(old[index]) }
        withExtendedLifetime(oldMemory) {}
    }
}
