import Testing
import TuneCosts
import TuneReport
import TuneServices

@testable import TuneDelivery
@testable import TuneDeliveryReport
@testable import TunePipeline

/// Two quotes for one job.
@Suite("the service's quote is compared with ours")
struct QuoteComparisonTests {
    private func own(_ tokens: Int, price: String?) throws -> QuoteResult {
        let request = QuoteRequest(
            provider: .nscale, model: "Meta-Llama-3.1-8B", plan: try TrainingPlan(),
            price: price.flatMap { Money($0) })
        return try request.quote(
            training: try TokenRange(estimate: tokens, errorPermille: 30),
            validation: try TokenRange(exact: 0))
    }

    @Test("the service's quote stands beside ours, with the difference")
    func comparison() throws {
        let comparison = QuoteComparison(
            service: Estimate(cost: Money("5.00"), tokens: 1_030_000), own: try own(1_000_000, price: "4"))
        #expect(
            comparison.difference
                == "the service counts 30,000 tokens more, 3 %, within our bounds; it costs $1.00 more there")
        #expect(
            comparison.text(in: Rendering(JSONLinesStyle())).contains(
                #""difference": {"cost": 1.00, "tokens": 30000}"#))
        #expect(
            comparison.lines(in: Rendering())[0].text
                == "service  $5.00 for 1,030,000 tokens, the quote that binds")
        let less = QuoteComparison(
            service: Estimate(cost: nil, tokens: 900_000), own: try own(1_000_000, price: nil))
        #expect(less.difference == "the service counts 100,000 tokens fewer, 10 %")
        let same = QuoteComparison(
            service: Estimate(cost: Money("4"), tokens: 1_000_000), own: try own(1_000_000, price: "4"))
        #expect(same.difference == "the tokens are the same; the cost is the same")
    }

    @Test("a budget holds against the service's cost, else against ours")
    func budgets() throws {
        let five = try #require(Money("5"))
        let six = Estimate(cost: Money("6"), tokens: nil)
        #expect(QuoteComparison(service: six, own: try own(1, price: "1")).exceeds(five) == true)
        #expect(QuoteComparison(service: Estimate(cost: five, tokens: 1), own: nil).exceeds(five) == false)
        #expect(QuoteComparison(service: nil, own: try own(10_000_000, price: "1")).exceeds(five) == true)
        #expect(QuoteComparison(service: nil, own: nil).exceeds(five) == nil)
    }
}
