extension Span where Element == UInt8 {
    /// True when a UTF-8 text holds nothing but white space (Unicode White_Space, U+200B and U+FEFF), or
    /// nothing.
    public var isBlank: Bool {
        var offset = 0
        while offset < count {
            let width = blankWidth(at: offset)
            if width == 0 { return false }
            offset += width
        }
        return true
    }

    /// The length of the white space character at `offset`, 0 when another character is there.
    private func blankWidth(at offset: Int) -> Int {
        switch self[offset] {
        case 0x09...0x0D, 0x20: 1
        case 0xC2: offset + 1 < count && (self[offset + 1] == 0x85 || self[offset + 1] == 0xA0) ? 2 : 0
        case 0xE1, 0xE2, 0xE3, 0xEF:
            offset + 2 < count && Self.isBlank(self[offset], self[offset + 1], self[offset + 2]) ? 3 : 0
        default: 0
        }
    }

    private static func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second, third) {
        case (0xE1, 0x9A, 0x80): true
        case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F):
            true
        case (0xE3, 0x80, 0x80): true
        case (0xEF, 0xBB, 0xBF): true
        default: false
        }
    }
}
