#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: memory of its own, from the system or the allocator. Invariants: it is freed once, when nothing refers to it any
// more; a table that is cut from it lies within `size` and is aligned, which is checked in release builds too.

/// Memory for tables, zeroed; large ones cost nothing until they are touched, and are on large pages where there are such.
@safe
final class Memory: @unchecked Sendable {
    private let base: UnsafeMutableRawPointer
    private let isMapped: Bool
    /// Number of bytes.
    let size: Int

    /// Memory of `size` zero bytes, freed with this object.
    init(size: Int) {
        self.size = size
        let large = size >= Self.largePage
        let mapped = unsafe large ? Self.map(size) : nil
        isMapped = unsafe mapped != nil
        unsafe base = mapped ?? .allocate(byteCount: max(size, 1), alignment: 64)
        if !isMapped { unsafe base.initializeMemory(as: UInt8.self, repeating: 0, count: size) }
    }

    deinit {
        if isMapped { unsafe munmap(base, size) } else { unsafe base.deallocate() }
    }

    private static let largePage = 2 << 20

    /// Pages of their own, or nil when the system has none to give.
    @unsafe private static func map(_ size: Int) -> UnsafeMutableRawPointer? {
        let pages = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let pages = unsafe pages, unsafe pages != MAP_FAILED else { return nil }
        #if os(Linux)
            let adviceLargePages: CInt = 14
            unsafe madvise(pages, size, adviceLargePages)
        #endif
        return unsafe pages
    }

    /// `count` values from byte `offset` on.
    func table<Element: BitwiseCopyable>(_ type: Element.Type, at offset: Int, count: Int) -> Table<Element> {
        precondition(
            offset >= 0 && count >= 0 && offset + count * MemoryLayout<Element>.stride <= size
                && offset % MemoryLayout<Element>.alignment == 0)
        return unsafe Table((base + offset).bindMemory(to: type, capacity: count), count: count)
    }

    /// Lends the bytes from `offset` on for the length of `body`.
    func withBytes<Result>(from offset: Int, _ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        precondition(offset >= 0 && offset <= size)
        let bytes = unsafe UnsafeRawBufferPointer(start: base + offset, count: size - offset)
        return try unsafe body(bytes.bindMemory(to: UInt8.self).span)
    }

    /// Copies bytes to the front; they must fit.
    func fill(_ bytes: [UInt8]) {
        precondition(bytes.count <= size)
        unsafe bytes.withUnsafeBytes { source in
            guard let start = source.baseAddress else { return }
            unsafe base.copyMemory(from: start, byteCount: source.count)
        }
    }

    /// A table of one kind of value, and nothing else.
    static func of<Element: BitwiseCopyable>(
        _ type: Element.Type, count: Int
    ) -> (memory: Memory, table: Table<Element>) {
        let memory = Memory(size: count * MemoryLayout<Element>.stride)
        return (memory, memory.table(type, at: 0, count: count))
    }
}
