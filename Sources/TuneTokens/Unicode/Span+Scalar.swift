extension Span where Element == UInt8 {
    /// The scalar at `offset` and its length in bytes, or nil where no valid UTF-8 begins.
    @inline(__always)
    func scalar(at offset: Int) -> (value: UInt32, length: Int)? {
        let lead = UInt32(self[offset])
        if lead < 0x80 { return (lead, 1) }
        if lead < 0xE0 {
            guard lead >= 0xC2, let second = continuation(at: offset &+ 1) else { return nil }
            return ((lead & 0x1F) << 6 | second, 2)
        }
        guard let second = continuation(at: offset &+ 1), let third = continuation(at: offset &+ 2) else {
            return nil
        }
        let value = (lead & 0x0F) << 12 | second << 6 | third
        if lead < 0xF0 {
            return value >= 0x800 && value & 0xF800 != 0xD800 ? (value, 3) : nil
        }
        guard lead < 0xF5, let fourth = continuation(at: offset &+ 3) else { return nil }
        let long = (lead & 0x07) << 18 | second << 12 | third << 6 | fourth
        return 0x10000..<0x110000 ~= long ? (long, 4) : nil
    }

    /// Where the valid scalar begins that ends at `offset`; `offset` itself if there is none.
    func startOfScalar(before offset: Int) -> Int {
        for length in 1...4 where length <= offset && self[offset - length] & 0xC0 != 0x80 {
            return scalar(at: offset - length)?.length == length ? offset - length : offset
        }
        return offset
    }

    @inline(__always)
    private func continuation(at offset: Int) -> UInt32? {
        guard offset < count else { return nil }
        let byte = self[offset]
        return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
    }
}

extension [UInt8] {
    /// Appends a scalar as UTF-8.
    mutating func append(scalar value: UInt32) {
        if value < 0x80 { return append(UInt8(value)) }
        if value < 0x800 {
            append(UInt8(0xC0 | value >> 6))
        } else {
            if value < 0x10000 {
                append(UInt8(0xE0 | value >> 12))
            } else {
                append(UInt8(0xF0 | value >> 18))
                append(UInt8(0x80 | value >> 12 & 0x3F))
            }
            append(UInt8(0x80 | value >> 6 & 0x3F))
        }
        append(UInt8(0x80 | value & 0x3F))
    }
}
