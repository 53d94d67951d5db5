import Testing
import TuneText

@Suite("Plurals")
struct PluralTests {
    @Test(
        "one is one, everything else is many",
        arguments: [
            (1, "1 row"), (0, "0 rows"), (2, "2 rows"), (1_234, "1,234 rows"), (-1, "-1 rows"),
        ])
    func rows(number: Int, text: String) {
        #expect(plural(number, "row") == text)
    }

    @Test("a plural of its own is taken as it is", arguments: [(1, "1 entry"), (2, "2 entries")])
    func entries(number: Int, text: String) {
        #expect(plural(number, "entry", many: "entries") == text)
    }
}
