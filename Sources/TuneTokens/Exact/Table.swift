internal import CKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: values behind a pointer, without a reference count and, in release builds, without a check of each
// index. Invariants: whoever uses a table keeps the `Memory` behind it alive; indices are masked by the table's own size
// or compared with its count beforehand. Debug builds, in which the tests run, check each one.

/// Values in memory that someone else keeps, for the loops that look up every piece of every text.
@safe
struct Table<Element: BitwiseCopyable>: @unchecked Sendable {
    private let base: UnsafeMutablePointer<Element>
    /// How many values there are.
    let count: Int

    fileprivate init(_ base: UnsafeMutablePointer<Element>, count: Int) {
        unsafe self.base = base
        self.count = count
    }

    subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index >= 0 && index < count)
            return unsafe base[index]
        }
        @inline(__always) nonmutating set {
            assert(index >= 0 && index < count)
            unsafe base[index] = newValue
        }
    }

    /// Asks for a value before it is needed.
    @inline(__always) func prefetch(_ index: Int) {
        assert(index >= 0 && index < count)
        unsafe byte_prefetch(base + index)
    }

    /// Where the values are, for C.
    @unsafe var address: UnsafeMutablePointer<Element> { unsafe base }

    /// The first values.
    func prefix(_ length: Int) -> Table {
        assert(length >= 0 && length <= count)
        return unsafe Table(base, count: length)
    }

    /// Sets all values.
    func fill(_ value: Element) {
        unsafe base.update(repeating: value, count: count)
    }
}

extension Table where Element == UInt8 {
    /// Eight bytes from `index` on, the first of them lowest.
    @inline(__always) func word(at index: Int) -> UInt64 {
        assert(index >= 0 && index + 8 <= count)
        return unsafe UInt64(
            littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
    }

    /// Lends a text's bytes for the length of `body`.
    @inline(__always) static func lending<Result>(
        _ text: Span<UInt8>, _ body: (Table<UInt8>) -> Result
    ) -> Result {
        unsafe text.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return body(Self.none) }
            return unsafe body(Table(UnsafeMutablePointer(mutating: base), count: buffer.count))
        }
    }

    private static let nothing = Memory(size: 64)
    private static var none: Table<UInt8> { nothing.table(UInt8.self, at: 0, count: 0) }

    /// Copies bytes from another table.
    @inline(__always) func copy(_ source: Table<UInt8>, from start: Int, count length: Int, to place: Int) {
        assert(start >= 0 && start + length <= source.count && place >= 0 && place + length <= count)
        unsafe (base + place).update(from: source.base + start, count: length)
    }
}

/// Memory for tables, zeroed; large ones cost nothing until they are touched, and stand on large pages where there are such.
@safe
final class Memory: @unchecked Sendable {
    private let base: UnsafeMutableRawPointer
    private let isMapped: Bool
    /// How many bytes it has.
    let size: Int

    /// `size` zero bytes.
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

    /// Lends the bytes from `offset` on.
    func withBytes<Result>(from offset: Int, _ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        precondition(offset >= 0 && offset <= size)
        let bytes = unsafe UnsafeRawBufferPointer(start: base + offset, count: size - offset)
        return try unsafe body(bytes.bindMemory(to: UInt8.self).span)
    }

    /// Copies bytes to the front.
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
