/// A copy of a stretch of text with room around it, so that whole words can be read at its ends.
struct PaddedText {
    private var memory: Memory
    private var bytes: Table<UInt8>

    /// How many bytes stand before the text, and at least behind it.
    static let margin = 16

    init() {
        (memory, bytes) = Memory.of(UInt8.self, count: 1 << 10)
    }

    /// The stretch, from `margin` on.
    mutating func copy(_ text: Table<UInt8>, _ start: Int, _ length: Int) -> Table<UInt8> {
        let needed = length + 2 * Self.margin
        if needed > bytes.count { (memory, bytes) = Memory.of(UInt8.self, count: needed * 2) }
        bytes.copy(text, from: start, count: length, to: Self.margin)
        return bytes
    }
}
