import TestSupport
import Testing
import TuneText

@Suite("Decimals")
struct DecimalsTests {
    @Test(
        "thousandths have a point and one to three digits after it",
        arguments: [(0, "0.0"), (1, "0.001"), (30, "0.03"), (500, "0.5"), (1_000, "1.0"), (12_345, "12.345")])
    func thousandths(number: Int, text: String) {
        #expect(Decimals.thousandths(number) == text)
    }

    @Test(
        "thousandths as per cent have a point only where they need it",
        arguments: [(0, "0"), (5, "0.5"), (30, "3"), (35, "3.5"), (1_000, "100"), (1_005, "100.5")])
    func percent(number: Int, text: String) {
        #expect(Decimals.percent(ofThousandths: number) == text)
    }

    @Test(
        "a quotient is rounded half up to one digit, and is 0.0 over nothing",
        arguments: [
            (1, 2, "0.5"), (1, 3, "0.3"), (2, 3, "0.7"), (1, 20, "0.1"), (1, 21, "0.0"), (199, 20, "10.0"),
            (7, 0, "0.0"), (0, 7, "0.0"),
        ])
    func quotient(total: Int, count: Int, text: String) {
        #expect(Decimals.quotient(total, count) == text)
    }

    @Test("thousandths read back as the number they were made of")
    func readBack() throws {
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<1_000 {
            let number = Int.random(in: 0..<10_000_000, using: &generator)
            let value = try #require(Double(Decimals.thousandths(number)), "seed \(seed): \(number)")
            #expect(Int((value * 1_000).rounded()) == number, "seed \(seed)")
        }
    }
}
