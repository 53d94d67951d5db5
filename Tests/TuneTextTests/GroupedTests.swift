import Testing
import TuneText

@Suite("Thousands")
struct GroupedTests {
    @Test(
        "a comma stands between thousands and nowhere else",
        arguments: [
            (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (123_456, "123,456"),
            (1_234_567, "1,234,567"), (-1_000, "-1,000"), (-999, "-999"),
            (Int.max, "9,223,372,036,854,775,807"), (Int.min, "-9,223,372,036,854,775,808"),
        ])
    func commas(number: Int, text: String) {
        #expect(number.grouped == text)
    }
}
