import Testing
import TuneText

@Suite("text is as wide as a terminal shows it")
struct DisplayTextTests {
    @Test(
        "letters, digits and signs take one column",
        arguments: ["a", "é", "e\u{301}", "ß", "Ж", "م", "ก", "½", "→", "…", "█", "\u{A0}"])
    func narrow(text: String) {
        #expect(DisplayText.width(of: text) == 1)
    }

    @Test(
        "East Asian characters take two",
        arguments: [
            "語", "あ", "ア", "한", "\u{1112}\u{1161}\u{11AB}", "、", "「", "Ａ", "￥", "𠀀", "〈", "㍿", "\u{FE19}",
            "\u{17000}", "🈚",
        ])
    func wide(text: String) {
        #expect(DisplayText.width(of: text) == 2)
    }

    @Test(
        "emoji take two, however many scalars they are made of",
        arguments: ["😀", "✅", "❌", "⭐", "⚡", "🩺", "🟢", "🇩🇪", "👍🏽", "👩‍⚕️", "👨‍👩‍👧‍👦", "❤️", "1️⃣", "☝🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"])
    func emoji(text: String) {
        #expect(DisplayText.width(of: text) == 2)
    }

    @Test("signs that are drawn as text take one", arguments: ["☎", "✓", "❤", "©", "⚕", "ｱ"])
    func textSigns(text: String) {
        #expect(DisplayText.width(of: text) == 1)
    }

    @Test("marks that join the character before take none")
    func joining() {
        #expect(DisplayText.width(of: "\u{301}") == 0)
        #expect(DisplayText.width(of: "\u{20DD}") == 0)
        #expect(DisplayText.width(of: "a\u{301}\u{302}b") == 2)
        #expect(DisplayText.width(of: "") == 0)
        #expect(DisplayText.width(of: "a語😀é") == 6)
    }

    @Test(
        "controls are shown by pictures, a tab as an arrow",
        arguments: [
            ("\t", "→"), ("\0", "␀"), ("\n", "␊"), ("\r", "␍"), ("\r\n", "␍␊"), ("\u{1B}", "␛"),
            ("\u{1F}", "␟"), ("\u{7F}", "␡"),
            ("\u{85}", "‹85›"), ("\u{9B}", "‹9B›"),
        ])
    func controls(text: String, shown: String) {
        #expect(DisplayText.visible(text) == shown)
    }

    @Test(
        "direction marks and what else cannot be seen is shown by its code",
        arguments: [
            0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x061C,
            0x200B, 0x2060, 0x00AD,
            0xFEFF, 0x2028, 0x2029, 0xE0001, 0x3164,
        ] as [UInt32])
    func invisible(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let code = String(value, radix: 16, uppercase: true)
        #expect(DisplayText.visible("a" + String(scalar) + "b") == "a‹\(code)›b")
    }

    @Test(
        "everything else is shown as it is",
        arguments: ["a b", "é", "e\u{301}", "語", "😀", "👩‍⚕️", "🇩🇪", "می\u{200C}خواهم", "‹", "␀"])
    func visible(text: String) {
        #expect(Array(DisplayText.visible(text).unicodeScalars) == Array(text.unicodeScalars))
    }
}
