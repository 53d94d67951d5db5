import TestSupport
import Testing
import TuneCosts

@Suite("Money")
struct MoneyTests {
    @Test(
        "a plain decimal is read to the micro-dollar",
        arguments: [
            ("0", 0), ("25", 25_000_000), ("2.00", 2_000_000), ("0.396", 396_000), ("0.000001", 1),
            ("1.5", 1_500_000), ("007", 7_000_000), ("9223372036854.775807", Int.max),
        ])
    func reads(text: String, micros: Int) {
        #expect(Money(text)?.microDollars == micros)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", ".", "2.", ".5", "-1", "+1", "-0", "$2", "2 ", " 2", "1,000", "1_000", "1e3", "1E3", "0x10",
            "nan",
            "inf", "1.2.3", "0.0000001", "1.0000000", "٢", "２", "1.٢", "9223372036854.775808",
            "9223372036855",
            "99999999999999999999", "2\n",
        ])
    func refuses(text: String) {
        #expect(Money(text) == nil)
    }

    @Test(
        "the description is rounded half up to the cent",
        arguments: [
            (0, "$0.00"), (2_000_000, "$2.00"), (1_789_628, "$1.79"), (4_999, "$0.00"), (5_000, "$0.01"),
            (994_999, "$0.99"), (995_000, "$1.00"), (1_234_567_890_000, "$1,234,567.89"),
            (-2_000_000, "-$2.00"), (-1, "$0.00"), (Int.max, "$9,223,372,036,854.78"),
            (Int.min, "-$9,223,372,036,854.78"),
        ])
    func describes(micros: Int, text: String) {
        #expect(Money(microDollars: micros).description == text)
    }

    @Test(
        "the decimal is exact and has at least two decimals",
        arguments: [
            (0, "0.00"), (2_000_000, "2.00"), (25_000_000, "25.00"), (396_000, "0.396"), (480_000, "0.48"),
            (1_500_000, "1.50"), (1, "0.000001"), (10, "0.00001"), (-500_000, "-0.50"),
            (Int.min, "-9223372036854.775808"),
        ])
    func writes(micros: Int, text: String) {
        #expect(Money(microDollars: micros).decimal == text)
    }

    @Test("every amount is read back from its decimal")
    func roundTrip() {
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<2_000 {
            let bits = Int.random(in: 0..<63, using: &generator)
            let money = Money(microDollars: Int.random(in: 0...(Int.max >> bits), using: &generator))
            #expect(Money(money.decimal) == money, "seed \(seed)")
        }
    }

    @Test("amounts are ordered by their value")
    func order() throws {
        #expect(try #require(Money("0.396")) < #require(Money("0.40")))
        #expect(max(Money.zero, Money(microDollars: 1)) == Money(microDollars: 1))
    }
}
