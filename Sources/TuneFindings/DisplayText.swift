/// Text as a terminal shows it: how wide it is, and what would do harm or be invisible made visible.
enum DisplayText {
    /// The columns a character takes: 2 for East Asian wide ones and emoji, 0 for what joins the one before.
    static func width(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default:
            return isWide(scalar.value) || character.unicodeScalars.contains { $0.value == 0xFE0F } ? 2 : 1
        }
    }

    /// The columns a text takes.
    static func width(of text: String) -> Int {
        text.reduce(0) { $0 + width(of: $1) }
    }

    /// The character with controls shown: a tab as `→`, others by their pictures, direction marks by their
    /// code.
    static func visible(_ character: Character) -> String {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
            return character == "\r\n" ? "␍␊" : String(character)
        }
        switch scalar.value {
        case 0x09: return "→"
        case 0x00..<0x20: return picture(0x2400 + scalar.value)
        case 0x7F: return "␡"
        case 0x80..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0xFEFF:
            return "‹\(String(scalar.value, radix: 16, uppercase: true))›"
        default: return String(character)
        }
    }

    private static func picture(_ value: UInt32) -> String {
        Unicode.Scalar(value).map { String(Character($0)) } ?? "␀"
    }

    /// Source: Unicode 16.0 EastAsianWidth.txt, values W and F, in coarse ranges.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1F64F,
            0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
