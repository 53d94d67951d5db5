import TuneBytes

/// The escapes of JSON strings, RFC 8259 section 7.
enum JSONEscape {
    /// What is at `position` inside a string that has been found valid: its length in the source, and the
    /// length of its text in UTF-8.
    static func step(_ bytes: Span<UInt8>, _ position: Int) -> (length: Int, width: Int) {
        guard bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count else { return (1, 1) }
        guard bytes[position + 1] == UInt8(ascii: "u") else { return (2, 1) }
        guard let scalar = scalar(bytes, at: position) else { return (6, 3) }
        let width = scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
        return (scalar.length, width)
    }

    /// The code point of the `\u` escape at `position`, joined with a second escape when the two are a
    /// surrogate pair. A lone surrogate comes back as it is; nil when the four digits are not there.
    static func scalar(_ bytes: Span<UInt8>, at position: Int) -> (value: UInt32, length: Int)? {
        guard let unit = unit(bytes, at: position) else { return nil }
        guard unit & 0xFC00 == 0xD800, let low = self.unit(bytes, at: position + 6), low & 0xFC00 == 0xDC00
        else {
            return (unit, 6)
        }
        return (0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), 12)
    }

    private static func unit(_ bytes: Span<UInt8>, at position: Int) -> UInt32? {
        guard position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt32 = 0
        for offset in 2..<6 {
            guard let digit = hexadecimal(bytes[position + offset]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt32? {
        switch digit {
        case 0x30...0x39: UInt32(digit - 0x30)
        case 0x41...0x46: UInt32(digit - 0x41 + 10)
        case 0x61...0x66: UInt32(digit - 0x61 + 10)
        default: nil
        }
    }
}
