import CKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: pointers into a lent span, used only while it is lent. Invariants: memchr and memcmp are given
// the span's own count; wide loads happen only where `offset + width <= count`; returned values are offsets.

extension Span where Element == UInt8 {
    /// The offset of the first `byte` at or after `start`, or nil.
    public func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
        guard start < count else { return nil }
        return unsafe withUnsafeBufferPointer { buffer -> Int? in
            guard let base = buffer.baseAddress,
                let hit = unsafe memchr(base + start, CInt(byte), count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
        }
    }

    /// The offset of the last `byte` before `end`, or nil.
    public func lastOffset(of byte: UInt8, before end: Int) -> Int? {
        unsafe withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return nil }
            var offset = Swift::min(end, buffer.count)
            while offset >= 64 {
                let mask = unsafe byte_mask_equal_64(base + (offset &- 64), byte)
                if mask != 0 { return offset &- 1 &- mask.leadingZeroBitCount }
                offset &-= 64
            }
            while offset > 0 {
                offset &-= 1
                if unsafe buffer[offset] == byte { return offset }
            }
            return nil
        }
    }

    /// True when both hold the same bytes.
    public func isEqual(to other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard count > 0 else { return true }
        return unsafe withUnsafeBufferPointer { mine in
            unsafe other.withUnsafeBufferPointer { theirs in
                guard let first = mine.baseAddress, let second = theirs.baseAddress else {
                    return false
                }
                return unsafe memcmp(first, second, count) == 0
            }
        }
    }

    /// How often `byte` occurs.
    public func occurrences(of byte: UInt8) -> Int {
        unsafe withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var total = 0
            var offset = 0
            let wanted = SIMD16<UInt8>(repeating: byte)
            let zero = SIMD16<UInt8>(repeating: 0)
            let one = SIMD16<UInt8>(repeating: 1)
            while offset &+ 16 <= buffer.count {
                let blocks = Swift::min((buffer.count &- offset) >> 4, 255)
                var sum = zero
                for _ in 0..<blocks {
                    let block = unsafe base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
                    sum = sum &+ zero.replacing(with: one, where: block .== wanted)
                    offset &+= 16
                }
                for lane in 0..<16 { total &+= Int(sum[lane]) }
            }
            while offset < buffer.count {
                if unsafe buffer[offset] == byte { total &+= 1 }
                offset &+= 1
            }
            return total
        }
    }

    /// How many bytes at the front, counted from `start`, are ASCII.
    public func asciiLength(from start: Int = 0) -> Int {
        unsafe withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var offset = start
            while offset &+ 64 <= buffer.count {
                let block = unsafe base.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
                let halves = block.lowHalf | block.highHalf
                let quarters = halves.lowHalf | halves.highHalf
                if (quarters[0] | quarters[1]) & 0x8080_8080_8080_8080 != 0 { break }
                offset &+= 64
            }
            while offset < buffer.count, unsafe buffer[offset] < 0x80 { offset &+= 1 }
            return offset &- start
        }
    }
}

extension Span where Element == UInt8 {
    /// How many bytes are not ASCII.
    public func nonASCIICount() -> Int {
        unsafe withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var total = 0
            var offset = asciiLength()
            while offset &+ 8 <= buffer.count {
                let word = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                total &+= (word & 0x8080_8080_8080_8080).nonzeroBitCount
                offset &+= 8
            }
            while offset < buffer.count {
                if unsafe buffer[offset] >= 0x80 { total &+= 1 }
                offset &+= 1
            }
            return total
        }
    }
}

extension Span where Element == UInt8 {
    /// The offset of the first byte that is `limit` or more, at or after `start`, or nil.
    ///
    /// - Precondition: `limit` is 0x80 or more.
    public func firstOffset(atLeast limit: UInt8, from start: Int = 0) -> Int? {
        precondition(limit >= 0x80)
        let missing = UInt64(0x100 - Int(limit)) &* 0x0101_0101_0101_0101
        return unsafe withUnsafeBytes { buffer -> Int? in
            guard let base = buffer.baseAddress else { return nil }
            let low7 = SIMD8<UInt64>(repeating: 0x7F7F_7F7F_7F7F_7F7F)
            var offset = start
            while offset &+ 64 <= buffer.count {
                let block = unsafe base.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
                let reached = ((block & low7) &+ SIMD8(repeating: missing)) & block
                let halves = reached.lowHalf | reached.highHalf
                let quarters = halves.lowHalf | halves.highHalf
                if (quarters[0] | quarters[1]) & 0x8080_8080_8080_8080 != 0 { break }
                offset &+= 64
            }
            while offset &+ 8 <= buffer.count {
                let word = unsafe UInt64(
                    littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                let reached = ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ missing) & word & 0x8080_8080_8080_8080
                if reached != 0 { return offset &+ reached.trailingZeroBitCount >> 3 }
                offset &+= 8
            }
            while offset < buffer.count {
                if unsafe buffer[offset] >= limit { return offset }
                offset &+= 1
            }
            return nil
        }
    }
}
