package import ArgumentParser
import TuneCosts
import TunePipeline

/// How often the data is gone through and what a token costs.
package struct PlanArguments: ParsableArguments {
    /// How often the training data is gone through.
    @Option(help: "How often the training data is gone through.")
    package var epochs = 1

    /// How often the validation data is evaluated.
    @Option(help: "How often the validation data is evaluated.")
    package var evals = 0

    /// Dollars per million tokens, as they were said.
    @Option(help: "A price in dollars per million tokens, in place of the price book's.")
    package var price: String?

    /// The budget in dollars, as it was said.
    @Option(help: "Fail when the job can cost more dollars than this.")
    package var maxCost: String?

    /// The options as they are when nothing is said.
    package init() {}

    /// True when nothing was asked for.
    var isDefault: Bool { epochs == 1 && evals == 0 && price == nil && maxCost == nil }

    /// A request for a quote.
    func request(_ provider: Provider, model: String) throws -> QuoteRequest {
        do {
            let plan = try TrainingPlan(epochs: epochs, evals: evals, within: provider.limits)
            let price = try price.map { try ArgumentValue.money($0, for: "--price") }
            _ = try maxCost.map { try ArgumentValue.money($0, for: "--max-cost") }
            return QuoteRequest(provider: provider, model: model, plan: plan, price: price)
        } catch {
            throw RunError(error)
        }
    }

    /// Throws when a quote exceeds the budget.
    func enforceBudget(_ quotes: [QuoteResult]) throws {
        guard let maxCost else { return }
        let budget = try ArgumentValue.money(maxCost, for: "--max-cost")
        let dear = quotes.filter { $0.exceeds(budget) == true }
        for quote in dear {
            let most = quote.quote.high ?? quote.quote.minimum
            Terminal.say(
                "error: \(quote.quote.model) can cost \(most.map { "\($0)" } ?? "more"), the budget is \(budget)\n"
            )
        }
        if !dear.isEmpty { throw ExitCode(1) }
        if let unknown = quotes.first(where: { $0.exceeds(budget) == nil }) {
            throw RunError(
                "whether \(unknown.quote.model) stays within \(budget) cannot be said: no price is known for it",
                help: ["give one: `--price USD-PER-MILLION`"])
        }
    }
}
