/// Text as a terminal shows it: how wide it is, and what would do harm or be invisible made visible.
public enum DisplayText {
    /// The columns a character takes: 2 for East Asian wide ones and emoji, 0 for what joins the one before.
    public static func width(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default:
            return isWide(scalar.value) || character.unicodeScalars.contains(where: isEmoji) ? 2 : 1
        }
    }

    /// The columns a text takes: the sum of its characters'. O(characters).
    public static func width(of text: String) -> Int {
        text.reduce(0) { $0 + width(of: $1) }
    }

    /// The text with controls, direction marks and what else would not be seen shown.
    public static func visible(_ text: String) -> String {
        text.reduce(into: "") { $0 += visible($1) }
    }

    /// The character with controls shown: a tab as `→`, others by their pictures, direction marks and what
    /// else would not be seen by their code.
    public static func visible(_ character: Character) -> String {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
            return character == "\r\n" ? "␍␊" : String(character)
        }
        switch scalar.value {
        case 0x09: return "→"
        case 0x00..<0x20: return picture(0x2400 + scalar.value)
        case 0x7F: return "␡"
        case 0x80..<0xA0, 0x2028, 0x2029: return code(scalar)
        default: return scalar.properties.isDefaultIgnorableCodePoint ? code(scalar) : String(character)
        }
    }

    private static func picture(_ value: UInt32) -> String {
        Unicode.Scalar(value).map { String(Character($0)) } ?? "␀"
    }

    private static func code(_ scalar: Unicode.Scalar) -> String {
        "‹\(String(scalar.value, radix: 16, uppercase: true))›"
    }

    /// True for what is drawn as a picture by itself, and for the selector that asks for one.
    private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F
    }

    /// Source: Unicode 16.0 EastAsianWidth.txt, values W and F without emoji, in coarse ranges.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x16FE0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
