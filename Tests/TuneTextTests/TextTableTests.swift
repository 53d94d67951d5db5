import Testing
import TuneText

@Suite("Tables of words")
struct TextTableTests {
    @Test("columns are as wide as their longest word, and no line ends in blanks")
    func words() {
        let table = TextTable([["name", "state"], ["a", "running"], ["longer", ""]])
        #expect(table.lines == ["name    state", "a       running", "longer"])
    }

    @Test("numbers are at the right of their columns")
    func numbers() {
        let table = TextTable([["rows", "tokens"], ["7", "1,234"]], isNumeric: true)
        #expect(table.lines == ["rows  tokens", "   7   1,234"])
    }

    @Test("rows of several lengths have the columns they have")
    func ragged() {
        #expect(TextTable([["a"], ["bb", "c", "d"], []]).lines == ["a", "bb  c  d", ""])
    }

    @Test("the text ends every line, and a table without rows is empty")
    func text() {
        #expect(TextTable([["a"], ["b"]]).text == "a\nb\n")
        #expect(TextTable([]).text == "")
        #expect(TextTable([]).lines.isEmpty)
    }
}
