import TuneBytes

/// The texts of tokens by id, and the ids by text.
struct TokenTable {
    /// The longest text a token may have, in bytes; the longest of the known vocabularies has 128.
    static let lengthLimit = 1024

    private(set) var texts: [UInt8] = []
    private(set) var starts: [UInt32] = [0]
    /// Open addressing: 32 bits of a text's hash above its id plus one; 0 when the slot is free.
    private var slots: [UInt64]

    /// An empty table for `capacity` tokens.
    init(capacity: Int) {
        var size = 1024
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
    }

    /// The number of ids.
    var count: Int { starts.count - 1 }

    /// Gives the next id to `text`; false, and nothing done, when it has one already.
    mutating func append(_ text: Span<UInt8>) -> Bool {
        let hash = TextHash(text)
        guard id(of: text, hash) == nil else { return false }
        if count * 2 >= slots.count { grow() }
        text.append(to: &texts)
        starts.append(UInt32(texts.count))
        put(hash, id: count - 1)
        return true
    }

    /// Gives the next id to no text.
    mutating func appendGap() {
        starts.append(UInt32(texts.count))
    }

    /// The byte range of the text of `id`, empty for a gap.
    func range(of id: Int) -> Range<Int> {
        Int(starts[id])..<Int(starts[id + 1])
    }

    /// The id of a text.
    func id(of text: Span<UInt8>) -> UInt32? {
        id(of: text, TextHash(text))
    }

    /// The id of a text whose hash is known.
    func id(of text: Span<UInt8>, _ hash: TextHash) -> UInt32? {
        let mask = slots.count - 1
        var slot = hash.slot & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return nil }
            if UInt32(truncatingIfNeeded: entry >> 32) == hash.tag {
                let id = Int(UInt32(truncatingIfNeeded: entry)) - 1
                if hasText(text, id: id) { return UInt32(id) }
            }
            slot = (slot + 1) & mask
        }
    }

    private func hasText(_ text: Span<UInt8>, id: Int) -> Bool {
        let range = range(of: id)
        guard range.count == text.count else { return false }
        for offset in text.indices where texts[range.lowerBound + offset] != text[offset] { return false }
        return true
    }

    private mutating func put(_ hash: TextHash, id: Int) {
        let mask = slots.count - 1
        var slot = hash.slot & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt64(hash.tag) << 32 | UInt64(id + 1)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        let texts = texts
        for id in 0..<count where !range(of: id).isEmpty {
            put(TextHash(texts.span.extracting(range(of: id))), id: id)
        }
    }
}
