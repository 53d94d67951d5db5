import Testing
import TuneText

@Suite("Words as messages show them")
struct ShownTests {
    @Test("a word is in backticks, and a long one is cut with a mark")
    func cut() {
        #expect(shown("answer") == "`answer`")
        #expect(shown("abcdef", limit: 6) == "`abcdef`")
        #expect(shown("abcdefg", limit: 6) == "`abcdef…`")
    }

    @Test("what acts on a terminal is made visible")
    func escapes() {
        #expect(shown("a\u{1B}[31mb") == "`a␛[31mb`")
        #expect(shown("a\u{202E}b") == "`a‹202E›b`")
    }

    @Test("a secret is masked wherever the cut falls into it", arguments: 1...60)
    func secrets(place: Int) {
        let secret = "hf_" + String(repeating: "aB3dE5", count: 8)
        let word = String(repeating: "x", count: place) + " " + secret
        let text = shown(word)
        #expect(!text.contains("hf_"))
        #expect(!text.contains("aB3"))
    }

    @Test("of a word without end only the front is looked at, and it is marked as cut")
    func long() {
        let word = String(repeating: "a", count: 1 << 22)
        #expect(shown(word) == "`" + String(repeating: "a", count: 40) + "…`")
    }

    @Test("bytes that are no text are shown, and none are said to be none")
    func bytes() {
        #expect(shown([0x61, 0xFF, 0x62]) == "`a\u{FFFD}b`")
        #expect(shown([]) == "without a name")
    }
}
