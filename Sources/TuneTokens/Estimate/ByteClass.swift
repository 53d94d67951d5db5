/// What a byte looks like to the estimator: a kind of ASCII character, or the script a UTF-8 lead byte opens.
enum ByteClass: UInt8, CaseIterable {
    case endOfText
    case continuation, control, tab, lineEnd, space, digit, lower, upper, apostrophe, punctuation
    /// Lead bytes of two-byte characters.
    case latinSign, latin, mark, greek, cyrillic, hebrew, arabic
    /// Lead bytes of three- and four-byte characters.
    case indic, southeastAsian, sign, kana, han, hangul, emoji, rare

    /// One class per possible byte.
    static let ofByte: [UInt8] = (0..<256).map { ByteClass(of: UInt8($0)).rawValue }

    init(of byte: UInt8) {
        self =
            switch byte {
            case 0x09, 0x0B, 0x0C: .tab
            case 0x0A, 0x0D: .lineEnd
            case 0x20: .space
            case 0x27: .apostrophe
            case 0x30...0x39: .digit
            case 0x41...0x5A: .upper
            case 0x61...0x7A: .lower
            case 0x00...0x1F, 0x7F: .control
            case 0x21...0x7E: .punctuation
            default: ByteClass(ofLead: byte)
            }
    }

    private init(ofLead byte: UInt8) {
        self =
            switch byte {
            case 0x80...0xBF: .continuation
            case 0xC2: .latinSign
            case 0xC3...0xCB: .latin
            case 0xCC, 0xCD: .mark
            case 0xCE, 0xCF: .greek
            case 0xD0...0xD4: .cyrillic
            case 0xD5...0xD7: .hebrew
            case 0xD8...0xDB: .arabic
            case 0xE0: .indic
            case 0xE1: .southeastAsian
            case 0xE2, 0xEF: .sign
            case 0xE3: .kana
            case 0xE4...0xE9: .han
            case 0xEA...0xED: .hangul
            case 0xF0...0xF4: .emoji
            default: .rare
            }
    }
}
