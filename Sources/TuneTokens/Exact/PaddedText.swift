/// A copy of a part of a text with room around it, so that eight bytes at a time can be read at its ends.
struct PaddedText {
    private var memory: Memory
    private var bytes: Table<UInt8>

    /// Number of bytes before the text, and at least as many after it.
    static let margin = 16

    init() {
        (memory, bytes) = Memory.of(UInt8.self, count: 1 << 10)
    }

    /// Copies `length` bytes; they begin at `margin` in what is returned, which the next copy overwrites.
    mutating func copy(_ text: Table<UInt8>, at start: Int, length: Int) -> Table<UInt8> {
        let needed = length + 2 * Self.margin
        if needed > bytes.count { (memory, bytes) = Memory.of(UInt8.self, count: needed * 2) }
        bytes.copy(text, from: start, count: length, to: Self.margin)
        return bytes
    }
}
