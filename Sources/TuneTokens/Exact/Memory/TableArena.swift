/// Cuts memory into tables, one after the other, each at the beginning of a cache line. Without memory it only adds up
/// their sizes.
struct TableArena {
    private let memory: Memory?
    /// The offset at which the next table begins.
    private(set) var offset: Int

    private static let line = 64
    private static let nothing = Memory(size: 1)

    /// An arena whose first table begins at `offset`, a multiple of 64; nil for `memory` only adds up sizes.
    init(_ memory: Memory?, from offset: Int) {
        self.memory = memory
        self.offset = offset
    }

    /// The next table, of `count` values; empty when there is no memory.
    mutating func next<Element: BitwiseCopyable>(_ type: Element.Type, count: Int) -> Table<Element> {
        let start = offset
        offset += (count * MemoryLayout<Element>.stride + Self.line - 1) / Self.line * Self.line
        return memory?.table(type, at: start, count: count) ?? Self.nothing.table(type, at: 0, count: 0)
    }
}
