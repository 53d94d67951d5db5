import TestSupport
import Testing
import TuneCosts

@Suite("Quotes")
struct QuoteTests {
    private func given(_ rate: String, _ provider: Provider) throws -> Price {
        Price.given(try #require(Money(rate)), provider: provider.id, model: "m")
    }

    @Test("Ori's own example costs what Ori says")
    func oriExample() throws {
        let price = PriceBook.builtIn.price(of: "ori", model: "m", totalParameters: 8_000_000_000)
        let quote = try Quote(
            provider: .ori, model: "m", training: TokenRange(exact: 5_000_000),
            validation: TokenRange(exact: 1_000_000), plan: TrainingPlan(epochs: 3), price: price)
        #expect(quote.billedTokens.expected == 16_000_000)
        #expect(quote.amount?.decimal == "7.36")
        #expect(quote.minimumBinds == false)
        #expect(quote.breakEvenTokens == nil)
        #expect(
            quote.arithmetic
                == "3 epochs × 5,000,000 + validation 1,000,000 = 16,000,000 tokens × $0.46 per million = $7.36"
        )
    }

    @Test("the arithmetic shows the cost before the minimum that replaces it")
    func arithmetic() throws {
        let quote = try Quote(
            provider: .together, model: "m", training: TokenRange(exact: 1_234_567),
            validation: TokenRange(exact: 12_345), plan: TrainingPlan(epochs: 3, evals: 2),
            price: given("0.48", .together))
        #expect(
            quote.arithmetic
                == "3 epochs × 1,234,567 + 2 evals × 12,345 = 3,728,391 tokens × $0.48 per million = $1.79, "
                + "minimum $4.00")
        #expect(quote.beforeMinimum?.microDollars == 1_789_628)
        #expect(quote.amount?.decimal == "4.00")
        #expect(quote.minimumBinds == true)
        #expect(quote.breakEvenTokens == 8_333_334)
    }

    @Test("an unknown price is missing, and the minimum still holds")
    func unknownPrice() throws {
        let quote = try Quote(
            provider: .nscale, model: "m", training: TokenRange(exact: 1_000), plan: TrainingPlan(),
            price: nil)
        #expect(quote.price == nil)
        #expect(quote.amount == nil)
        #expect(quote.low == nil)
        #expect(quote.high == nil)
        #expect(quote.minimumBinds == nil)
        #expect(quote.breakEvenTokens == nil)
        #expect(quote.atLeast?.decimal == "2.00")
        #expect(quote.arithmetic == "1 epoch × 1,000 = 1,000 tokens, price not known, minimum $2.00")
    }

    @Test("a price of zero is a real price")
    func zeroPrice() throws {
        let price = try #require(PriceBook.builtIn.price(of: "prime-intellect", model: "Laguna-XS.2"))
        let quote = try Quote(
            provider: .primeIntellect, model: "Laguna-XS.2", training: TokenRange(exact: 1_000_000),
            plan: TrainingPlan(), price: price)
        #expect(quote.amount == .zero)
        #expect(quote.minimumBinds == false)
        let free = try Quote(
            provider: .nscale, model: "m", training: TokenRange(exact: 1_000_000), plan: TrainingPlan(),
            price: given("0", .nscale))
        #expect(free.amount?.decimal == "2.00")
        #expect(free.minimumBinds == true)
        #expect(free.breakEvenTokens == nil)
    }

    @Test(
        "the minimum binds up to the break-even and no further",
        arguments: [(3_999_999, true), (4_000_000, false)])
    func breakEven(tokens: Int, binds: Bool) throws {
        let quote = try Quote(
            provider: .nscale, model: "m", training: TokenRange(exact: tokens),
            validation: TokenRange(exact: 0), plan: TrainingPlan(), price: given("0.50", .nscale))
        #expect(quote.breakEvenTokens == 4_000_000)
        #expect(quote.minimumBinds == binds)
        #expect(quote.amount?.decimal == "2.00")
    }

    @Test("an estimate gives three amounts")
    func estimate() throws {
        let quote = try Quote(
            provider: .nscale, model: "m", training: TokenRange(estimate: 10_000_000, errorPermille: 30),
            plan: TrainingPlan(epochs: 2), price: given("1", .nscale))
        // 9.7 million without 1 %, twice; 10.3 million twice and 1 % of it once.
        #expect(quote.low?.decimal == "19.206")
        #expect(quote.amount?.decimal == "20.00")
        #expect(quote.high?.decimal == "20.703")
    }

    @Test("a plan the provider refuses is not quoted")
    func refusedPlan() throws {
        let plan = try TrainingPlan(epochs: 21)
        let training = try TokenRange(exact: 1)
        #expect(throws: CostError.epochsOutOfBounds(21, allowed: 1...20)) {
            try Quote(provider: .nscale, model: "m", training: training, plan: plan, price: nil)
        }
        #expect(throws: Never.self) {
            try Quote(provider: .together, model: "m", training: training, plan: plan, price: nil)
        }
    }

    @Test("huge token counts are quoted while they fit and refused when they do not")
    func huge() throws {
        let all = try TokenRange(exact: .max)
        let one = try given("1.00", .together)
        let quote = try Quote(
            provider: .together, model: "m", training: all, plan: TrainingPlan(), price: one)
        #expect(quote.amount?.microDollars == .max)
        #expect(throws: CostError.overflow(.amount)) {
            try Quote(
                provider: .together, model: "m", training: all, plan: TrainingPlan(),
                price: given("1.05", .together))
        }
        #expect(throws: CostError.overflow(.billedTokens)) {
            try Quote(
                provider: .together, model: "m", training: all, plan: TrainingPlan(epochs: 2), price: nil)
        }
    }

    @Test("low ≤ amount ≤ high and nothing is below the minimum, for every provider")
    func ordered() throws {
        var (generator, seed) = SeededGenerator.fresh()
        var quoted = 0
        for provider in Provider.all {
            for _ in 0..<200 {
                let training = try TokenRange(
                    estimate: .random(in: 0...1_000_000_000, using: &generator),
                    errorPermille: .random(in: 0...1_000, using: &generator))
                let validation = try TokenRange(
                    estimate: .random(in: 0...1_000_000, using: &generator),
                    errorPermille: .random(in: 0...1_000, using: &generator))
                let price = Price.given(
                    Money(microDollars: .random(in: 0...30_000_000, using: &generator)),
                    provider: provider.id,
                    model: "m")
                let quote = try Quote(
                    provider: provider, model: "m", training: training,
                    validation: Bool.random(using: &generator) ? validation : nil,
                    plan: TrainingPlan(
                        epochs: .random(in: 1...20, using: &generator),
                        evals: .random(in: 0...100, using: &generator)), price: price)
                let (low, amount, high) = try (
                    #require(quote.low), #require(quote.amount), #require(quote.high)
                )
                #expect(low <= amount && amount <= high, "seed \(seed)")
                #expect(low >= provider.rule.minimum ?? .zero, "seed \(seed)")
                let below = quote.breakEvenTokens.map { quote.billedTokens.expected < $0 } ?? false
                #expect(price.rate == .zero || quote.minimumBinds == below, "seed \(seed)")
                quoted += 1
            }
        }
        #expect(quoted == 2_200)
    }
}
