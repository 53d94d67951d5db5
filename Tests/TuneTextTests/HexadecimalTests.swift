import Testing
import TuneText

@Suite("Hexadecimal text")
struct HexadecimalTests {
    @Test("each byte becomes two digits in lower case")
    func text() {
        #expect(Hexadecimal.text(of: [0x00, 0x0F, 0xA5, 0xFF]) == "000fa5ff")
        #expect(Hexadecimal.text(of: []) == "")
    }

    @Test(
        "only digits of base 16, as many as are wanted, are such a text",
        arguments: [
            ("00ff", true), ("00FF", true), ("9aBc", true), ("00f", false), ("00fff", false), ("00fg", false),
            ("00f ", false), ("0x00", false), ("00f\u{301}", false), ("\u{10}0ff", false),
        ])
    func isText(text: String, isText: Bool) {
        #expect(Hexadecimal.isText(text, count: 4) == isText)
    }
}
