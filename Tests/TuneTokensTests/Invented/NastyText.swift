import TestSupport

/// Random texts full of what tokenizers stumble over.
enum NastyText {
    /// Words that come again and again, so that vocabularies learn them whole: some long, some crossing scripts.
    static let words = [
        "the", " the", " and", "ing", " token", "internationalization", " Donaudampfschifffahrtsgesellschaft",
        "日本語", "日本語テストの長い文字列はここにある", "中文", "的", "แมวกินปลา", " नमस्ते", "привет мир", " été", "العربية",
        "한국어", "ﷺ", "======", "---", "\r\n\r\n", "  ", "    ", "\t\t", "!=", ")\r", "\r\r", "...", "1999",
        "12",
    ]

    private static let traps = [
        "'s", "'S", "'ll", "'Ll", "'lex", "'tis", "''s", "'ſx", "'re", "'VE", "'d", "'m", "’s", "'", "ſ", "K",
        "s",
        " ", "  ", "   ", "\t", "\u{B}", "\u{C}", "\n", "\r", "\r\n", "\n\n", " \n", "\n \n ", "\u{85}",
        "\u{A0}",
        "\u{1680}", "\u{2003}", "\u{2028}", "\u{2029}", "\u{202F}", "\u{205F}", "\u{3000}", "\u{1C}",
        "\u{1F}",
        "\u{200B}", "\u{FEFF}", "\u{2581}", "\u{2581}\u{2581}", "<s>", "<0x0A>", "<|endoftext|>", "\u{0}",
        "\u{1}!",
        "\u{7F}", "1", "123", "1234567", "²", "٣", "Ⅷ", "१२", "a\u{301}", "\u{301}b", "e\u{323}\u{307}", "가",
        "\u{1100}\u{1161}\u{11A8}", "👩‍👩‍👧", "🙂", "🇫🇷", "。", "。です", "「", "𝒳", "𠀀", "!", "!!", " !", "(", ").",
        "#", "\"", "q", "aqb", "Q!", "é", "É", "x", "A", "B9", "_", "\u{E000}", "\u{FFFD}", "\u{10FFFF}",
    ]

    /// One text, now and then of a length around a block's.
    static func text(_ generator: inout SeededGenerator, parts: Int = 30) -> [UInt8] {
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 0...parts, using: &generator) { text += part(&generator) }
        guard Int.random(in: 0..<6, using: &generator) == 0 else { return text }
        let length =
            [0, 1, 2, 3, 15, 16, 17, 63, 64, 65, 127, 128, 129].randomElement(using: &generator) ?? 0
        text = Array(text.prefix(length))
        while let last = text.last, last >= 0x80 { text.removeLast() }
        return text + [UInt8](repeating: 0x78, count: length - text.count)
    }

    private static func part(_ generator: inout SeededGenerator) -> [UInt8] {
        switch Int.random(in: 0..<20, using: &generator) {
        case 0...7: return Array((words.randomElement(using: &generator) ?? "").utf8)
        case 8:
            let unit = traps.randomElement(using: &generator) ?? ""
            return Array(String(repeating: unit, count: Int.random(in: 2..<90, using: &generator)).utf8)
        case 9:
            let scalar = UInt32.random(in: 0..<0x30000, using: &generator)
            return utf8([0xD800...0xDFFF ~= scalar ? 0x61 : scalar])
        case 10:
            return generator.bytes(Int.random(in: 1..<24, using: &generator), from: Array("abcdefgh".utf8))
        default: return Array((traps.randomElement(using: &generator) ?? "").utf8)
        }
    }
}
