internal import CKernels

// Unsafe code: values behind a pointer, without a reference count and, in release builds, without a check of each
// index. Invariants: whoever uses a table keeps the `Memory` behind it alive; indices are masked by the table's own size
// or compared with its count beforehand. Debug builds, in which the tests run, check each one.

/// Values in memory that someone else keeps, for the loops that look up every piece of every text.
@safe
struct Table<Element: BitwiseCopyable>: @unchecked Sendable {
    private let base: UnsafeMutablePointer<Element>
    /// How many values there are.
    let count: Int

    /// `count` values at `base`, which the caller keeps alive.
    @unsafe init(_ base: UnsafeMutablePointer<Element>, count: Int) {
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

    /// The address of the first value, for C; valid as long as the memory behind the table lives.
    @unsafe var address: UnsafeMutablePointer<Element> { unsafe base }

    /// The first `length` values, in the same memory.
    func prefix(_ length: Int) -> Table {
        assert(length >= 0 && length <= count)
        return unsafe Table(base, count: length)
    }

    /// Sets all values to one.
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
    @inline(__always) func copy(_ source: Table<UInt8>, from start: Int, count length: Int, to target: Int) {
        assert(start >= 0 && start + length <= source.count && target >= 0 && target + length <= count)
        unsafe (base + target).update(from: source.base + start, count: length)
    }
}
