import ArgumentParser
import TuneCosts
import TunePipeline

/// How often the data is gone through and what a token costs.
struct PlanArguments: ParsableArguments {
    @Option(help: "How often the training data is gone through.")
    var epochs = 1

    @Option(help: "How often the validation data is evaluated.")
    var evals = 0

    @Option(help: "A price in dollars per million tokens, in place of the price book's.")
    var price: String?

    @Option(help: "Fail when the job can cost more dollars than this.")
    var maxCost: String?

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
