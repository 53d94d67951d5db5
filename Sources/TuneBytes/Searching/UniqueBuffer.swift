import CKernels

// Unsafe code: memory owned by the buffer. Invariants: `base` has room for `capacity` elements, the first `count` of
// them are initialised, and every index is checked against `count`.

/// A list that is filled, emptied and filled again. It is never shared, so that writing to it costs no check of
/// who else holds it.
@safe
public struct UniqueBuffer<Element: BitwiseCopyable>: ~Copyable {
    @usableFromInline var base: UnsafeMutablePointer<Element>
    @usableFromInline var capacity: Int
    @usableFromInline var used = 0

    /// An empty buffer with room for `capacity` elements.
    public init(capacity: Int = 64) {
        self.capacity = capacity
        unsafe base = .allocate(capacity: capacity)
    }

    deinit {
        unsafe base.deallocate()
    }

    /// The number of elements.
    @inlinable public var count: Int { used }

    /// True when there is no element.
    @inlinable public var isEmpty: Bool { count == 0 }

    /// The places of the elements, from 0.
    @inlinable public var indices: Range<Int> { 0..<count }

    /// The element at `index`, from 0.
    @inlinable public subscript(index: Int) -> Element {
        get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of range")
            return unsafe base[index]
        }
        set {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of range")
            unsafe base[index] = newValue
        }
    }

    /// The elements.
    @inlinable public var span: Span<Element> {
        @_lifetime(borrow self)
        get {
            let span = unsafe Span(_unsafeStart: base, count: count)
            return unsafe _overrideLifetime(span, borrowing: self)
        }
    }

    /// Appends one element.
    @inlinable public mutating func append(_ element: Element) {
        if count == capacity { grow(by: 1) }
        unsafe base[count] = element
        used &+= 1
    }

    /// The last element; nil when there is none.
    @inlinable public var last: Element? { used == 0 ? nil : unsafe base[used &- 1] }

    /// Takes the last element off; nil when there is none.
    @inlinable public mutating func popLast() -> Element? {
        guard used > 0 else { return nil }
        used &-= 1
        return unsafe base[used]
    }

    /// Drops all elements; the room stays.
    @inlinable public mutating func removeAll() {
        used = 0
    }

    /// Makes room for `more` elements after the present ones.
    @inlinable mutating func reserve(_ more: Int) {
        if capacity &- count < more { grow(by: more) }
    }

    @usableFromInline mutating func grow(by more: Int) {
        let size = Swift.max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: size)
        unsafe larger.moveInitialize(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = larger
        capacity = size
    }

    /// Lets `body` write up to `room` elements after the present ones; it returns how many it wrote.
    @inlinable public mutating func append(
        room: Int, _ body: (UnsafeMutablePointer<Element>) -> Int
    ) {
        reserve(room)
        let written = unsafe body(base + count)
        precondition(written >= 0 && written <= room, "more written than there is room for")
        used &+= written
    }
}

extension UniqueBuffer where Element == UInt8 {
    /// Appends `bytes`.
    public mutating func append(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { source in
            guard let from = source.baseAddress else { return }
            unsafe append(room: source.count) { into in
                unsafe into.update(from: from, count: source.count)
                return source.count
            }
        }
    }

    /// Appends `bytes`, of every pair of `byte` only one. Where `bytes` begin, pairs begin.
    public mutating func append(_ bytes: Span<UInt8>, withSingle byte: UInt8) {
        unsafe bytes.withUnsafeBufferPointer { source in
            guard let from = source.baseAddress else { return }
            unsafe append(room: source.count) { unsafe doubled_copy_single(from, source.count, byte, $0) }
        }
    }
}
