import TuneBytes

/// Decodes base64 (RFC 4648, section 4), strictly: whole groups of four, padding where it belongs, no stray bits.
struct Base64Decoder {
    private static let none: UInt8 = 0xFF
    private let values: [UInt8]

    init() {
        var values = Array(repeating: Self.none, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, byte) in alphabet.utf8.enumerated() { values[Int(byte)] = UInt8(value) }
        self.values = values
    }

    /// Appends the bytes that `text` encodes; false when it is no base64, or empty.
    func decode(_ text: Span<UInt8>, to bytes: inout UniqueBuffer<UInt8>) -> Bool {
        guard text.count >= 4, text.count.isMultiple(of: 4) else { return false }
        let equals = UInt8(ascii: "=")
        let padding = text[text.count - 1] != equals ? 0 : text[text.count - 2] != equals ? 1 : 2
        var bits: UInt32 = 0
        for offset in 0..<(text.count - padding) {
            let value = values[Int(text[offset])]
            if value == Self.none { return false }
            bits = bits << 6 | UInt32(value)
            if offset & 3 == 3 { append(bits, 3, to: &bytes) }
        }
        switch padding {
        case 1:
            append(bits << 6, 2, to: &bytes)
            return bits & 0x3 == 0
        case 2:
            append(bits << 12, 1, to: &bytes)
            return bits & 0xF == 0
        default: return true
        }
    }

    @inline(__always)
    private func append(_ bits: UInt32, _ count: Int, to bytes: inout UniqueBuffer<UInt8>) {
        bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
        if count > 1 { bytes.append(UInt8(truncatingIfNeeded: bits >> 8)) }
        if count > 2 { bytes.append(UInt8(truncatingIfNeeded: bits)) }
    }
}
