/// Cuts memory into tables, one behind the other, each at the beginning of a cache line. Without memory it only adds up
/// their sizes.
struct TableArena {
    private let memory: Memory?
    /// Where the next table begins.
    private(set) var offset: Int

    private static let line = 64
    private static let nothing = Memory(size: 1)

    /// Begins at `offset`.
    init(_ memory: Memory?, from offset: Int) {
        self.memory = memory
        self.offset = offset
    }

    /// The next table.
    mutating func next<Element: BitwiseCopyable>(_ type: Element.Type, count: Int) -> Table<Element> {
        let start = offset
        offset += (count * MemoryLayout<Element>.stride + Self.line - 1) / Self.line * Self.line
        return memory?.table(type, at: start, count: count) ?? Self.nothing.table(type, at: 0, count: 0)
    }
}
