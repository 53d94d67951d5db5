extension Span where Element == UInt8 {
    /// The code point of the `\u` escape at `offset` of a JSON string (RFC 8259, section 7), joined with a second escape
    /// when the two are a surrogate pair, and the number of bytes they take: 6 or 12. Half of a pair comes back as it is;
    /// nil when the four digits are not there.
    package func jsonScalar(at offset: Int) -> (value: UInt32, length: Int)? {
        guard let unit = jsonUnit(at: offset) else { return nil }
        guard unit & 0xFC00 == 0xD800, let low = jsonUnit(at: offset + 6), low & 0xFC00 == 0xDC00 else {
            return (unit, 6)
        }
        return (0x10000 + ((unit & 0x3FF) << 10 | low & 0x3FF), 12)
    }

    private func jsonUnit(at offset: Int) -> UInt32? {
        guard offset + 6 <= count, self[offset] == UInt8(ascii: "\\"), self[offset + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt32 = 0
        for digit in (offset + 2)..<(offset + 6) {
            guard let value = hexadecimalDigit(self[digit]) else { return nil }
            unit = unit << 4 | value
        }
        return unit
    }

    private func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46, 0x61...0x66: UInt32((byte | 0x20) - 0x57)
        default: nil
        }
    }
}
