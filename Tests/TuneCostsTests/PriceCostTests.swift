import TestSupport
import Testing
import TuneCosts

@Suite("Price times tokens")
struct PriceCostTests {
    private func price(_ micros: Int) -> Price {
        .given(Money(microDollars: micros), provider: "ori", model: "m")
    }

    @Test(
        "the cost is rounded half up to the micro-dollar",
        arguments: [(1, 499_999, 0), (1, 500_000, 1), (3, 500_000, 2), (480_000, 3_728_391, 1_789_628)])
    func rounding(rate: Int, tokens: Int, micros: Int) throws {
        #expect(try price(rate).cost(of: tokens).microDollars == micros)
    }

    @Test("the cost is never below the minimum")
    func minimum() throws {
        let minimum = Money(microDollars: 2_000_000)
        #expect(try price(480_000).cost(of: 1_000, atLeast: minimum) == minimum)
        #expect(try price(480_000).cost(of: 10_000_000, atLeast: minimum).microDollars == 4_800_000)
    }

    @Test("costs agree with 128-bit division by hand")
    func agrees() throws {
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<2_000 {
            let rate = Int.random(in: 0...100_000_000, using: &generator)
            let tokens = Int.random(in: 0...(Int.max >> 10), using: &generator)
            let product = UInt(tokens).multipliedFullWidth(by: UInt(rate))
            let (whole, rest) = (1_000_000 as UInt).dividingFullWidth(product)
            let expected = whole + (rest >= 500_000 ? 1 : 0)
            #expect(try price(rate).cost(of: tokens).microDollars == Int(expected), "seed \(seed)")
        }
    }

    @Test("the break-even is the first count whose cost is not below the minimum")
    func breakEven() throws {
        #expect(try price(480_000).breakEvenTokens(minimum: Money(microDollars: 4_000_000)) == 8_333_334)
        #expect(try price(500_000).breakEvenTokens(minimum: Money(microDollars: 2_000_000)) == 4_000_000)
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<2_000 {
            let rate = Int.random(in: 1...100_000_000, using: &generator)
            let minimum = Int.random(in: 1...100_000_000, using: &generator)
            let tokens = try #require(
                try price(rate).breakEvenTokens(minimum: Money(microDollars: minimum)), "seed \(seed)")
            #expect(tokens * rate >= minimum * 1_000_000, "seed \(seed)")
            #expect((tokens - 1) * rate < minimum * 1_000_000, "seed \(seed)")
        }
    }

    @Test("a rate of zero never reaches a minimum")
    func zero() throws {
        #expect(try price(0).cost(of: .max) == .zero)
        #expect(try price(0).breakEvenTokens(minimum: Money(microDollars: 1)) == nil)
    }

    @Test("amounts beyond 64 bits and figures below zero are errors, not traps")
    func refuses() {
        #expect(throws: CostError.overflow(.amount)) { try price(1_000_001).cost(of: .max) }
        #expect(throws: CostError.overflow(.amount)) { try price(.max).cost(of: .max) }
        #expect(throws: CostError.overflow(.breakEvenTokens)) {
            try price(1).breakEvenTokens(minimum: Money(microDollars: .max))
        }
        #expect(throws: CostError.negativeTokens(-1)) { try price(1).cost(of: -1) }
        #expect(throws: CostError.negativePrice(Money(microDollars: -1))) { try price(-1).cost(of: 1) }
        #expect(throws: Never.self) { try price(1_000_000).cost(of: .max) }
    }
}
