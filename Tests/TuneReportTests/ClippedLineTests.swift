import TestSupport
import Testing
import TuneFindings
import TuneText

@testable import TuneReport

@Suite("a line is cut to a terminal's width, the caret under the spot")
struct ClippedLineTests {
    private func clipped(
        _ before: String, _ after: String, room: Int = 24, cutBefore: Bool = false, cutAfter: Bool = false
    ) -> ClippedLine {
        let excerpt = Excerpt(before: before, after: after, isCutBefore: cutBefore, isCutAfter: cutAfter)
        return ClippedLine(excerpt, room: room)
    }

    /// What stands at the caret's column; the empty text when the line ends there, nil when the caret stands in the
    /// middle of a wide character.
    private func atCaret(_ line: ClippedLine) -> String? {
        var column = 0
        for (place, character) in line.text.enumerated() {
            if column == line.caretColumn { return String(line.text.dropFirst(place)) }
            column += DisplayText.width(of: character)
        }
        return column == line.caretColumn ? "" : nil
    }

    @Test("a short line stands as it is")
    func short() {
        let line = clipped("abc", "def")
        #expect(line.text == "abcdef")
        #expect(line.caretColumn == 3)
    }

    @Test("the caret stands at the line's beginning, and behind its end")
    func ends() {
        let beginning = clipped("", "abc")
        #expect(beginning.text == "abc")
        #expect(beginning.caretColumn == 0)
        let end = clipped("abc", "")
        #expect(end.text == "abc")
        #expect(end.caretColumn == 3)
    }

    @Test("an empty line has its caret at the beginning")
    func empty() {
        let line = clipped("", "")
        #expect(line.text.isEmpty)
        #expect(line.caretColumn == 0)
    }

    @Test("a long line is cut at both ends")
    func long() {
        let line = clipped(String(repeating: "a", count: 50), "X" + String(repeating: "b", count: 50))
        #expect(line.text == "…aaaaaaaaaaaaXbbbbbbbbb…")
        #expect(line.caretColumn == 13)
        #expect(DisplayText.width(of: line.text) == 24)
    }

    @Test("a line that was cut before it came is marked at the same ends")
    func cutBefore() {
        #expect(clipped("abc", "def", cutBefore: true).text == "…abcdef")
        #expect(clipped("abc", "def", cutBefore: true).caretColumn == 4)
        #expect(clipped("abc", "def", cutAfter: true).text == "abcdef…")
        #expect(clipped("", "", cutBefore: true, cutAfter: true).text == "……")
    }

    @Test("a spot at the very end of a long line is shown with what comes before")
    func spotAtEnd() {
        let line = clipped(String(repeating: "a", count: 50), "")
        #expect(line.text == "…aaaaaaaaaaaa")
        #expect(line.caretColumn == 13)
    }

    @Test("wide characters count for two, and are not cut in half")
    func wide() {
        let line = clipped("a語語", "X語", room: 40)
        #expect(line.text == "a語語X語")
        #expect(line.caretColumn == 5)
        let cut = clipped(
            String(repeating: "語", count: 30), "X" + String(repeating: "語", count: 30), room: 25)
        #expect(cut.text == "…語語語語語語X語語語語語…")
        #expect(cut.caretColumn == 13)
    }

    @Test("a control that is shown by more than one column moves the caret")
    func controls() {
        let line = clipped("a\tb\u{202E}", "X")
        #expect(line.text == "a→b‹202E›X")
        #expect(line.caretColumn == 9)
        #expect(clipped("a\r", "\nb").text == "a␍␊b")
    }

    @Test("U+0000 in the text does not move the caret")
    func nul() {
        let line = clipped("a\0b", "\0c")
        #expect(line.text == "a␀b␀c")
        #expect(line.caretColumn == 3)
    }

    @Test("a mark that joins the character before the spot does not move the caret")
    func combining() {
        let line = clipped("e", "\u{301}b")
        #expect(line.caretColumn == 1)
        #expect(Array(line.text.unicodeScalars) == Array("e\u{301}b".unicodeScalars))
    }

    @Test("a secret or an address is hidden even when the spot stands inside it", arguments: 1...13)
    func masked(place: Int) {
        let text = "jd@example.org"
        let line = clipped(String(text.prefix(place)), String(text.dropFirst(place)), room: 60)
        #expect(line.text == "**@*******.***")
        #expect(line.caretColumn == place)
    }

    @Test("a secret is hidden before the line is cut, so that no piece of it is left")
    func maskedBeforeCut() {
        let secret = "hf" + "_AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGh"
        #expect(clipped("", secret).text == String(repeating: "*", count: 23) + "…")
        #expect(clipped(secret, "!").text == "…" + String(repeating: "*", count: 12) + "!")
    }

    @Test("whatever the line holds, it fits, and what stands at the caret begins the rest")
    func anyLine() {
        let seed = UInt64.random(in: .min ... .max)
        print("anyLine(): seed \(seed)")
        var numbers = SeededGenerator(seed: seed)
        let pieces = ["a", "b ", "語", "😀", "é", "\t", "\0", "\u{202E}", "🇩🇪", "…", "1️⃣", "\u{AD}"]
        for _ in 0..<500 {
            let room = Int.random(in: 24...60, using: &numbers)
            let before = text(of: pieces, &numbers)
            let after = "X" + text(of: pieces, &numbers)
            let line = clipped(before, after, room: room, cutBefore: Bool.random(using: &numbers))
            #expect(atCaret(line)?.hasPrefix("X") == true, "seed \(seed): \(line.text)")
            #expect(DisplayText.width(of: line.text) <= room, "seed \(seed): \(line.text)")
        }
    }

    private func text(of pieces: [String], _ numbers: inout SeededGenerator) -> String {
        let count = Int.random(in: 0...40, using: &numbers)
        return (0..<count).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
    }
}
