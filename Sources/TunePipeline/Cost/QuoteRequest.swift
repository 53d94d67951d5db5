package import TuneBytes
public import TuneCosts
import TuneText

/// What a job is to cost, asked before it is started.
public struct QuoteRequest: Sendable {
    /// Who would train.
    public var provider: Provider
    /// The model; a name the provider knows.
    public var model: String
    /// How often the data is gone through.
    public var plan: TrainingPlan
    /// A price in dollars per million tokens that overrides the price book; nil to look it up.
    public var price: Money?
    /// What is trained.
    public var method = TrainingMethod.sft
    /// How it is trained.
    public var adapter = Adapter.lora
    /// The model's total parameters, for providers that price by size; nil when not known.
    public var parameters: Int?
    /// The context variant that is priced apart; nil for the standard one.
    public var context: String?
    /// The prices known.
    public var book = PriceBook.builtIn

    /// A request.
    public init(provider: Provider, model: String, plan: TrainingPlan, price: Money? = nil) {
        self.provider = provider
        self.model = model
        self.plan = plan
        self.price = price
    }

    /// The quote for so many tokens of training data and, if there is a file for it, of validation data.
    public func quote(training: TokenRange, validation: TokenRange?) throws(RunError) -> QuoteResult {
        let known =
            price.map { Price.given($0, provider: provider.id, model: model) }
            ?? book.price(
                of: provider.id, model: model, method: method, adapter: adapter, context: context,
                totalParameters: parameters)
        do throws(CostError) {
            let quote = try Quote(
                provider: provider, model: model, training: training, validation: validation, plan: plan,
                price: known)
            return QuoteResult(quote: quote)
        } catch {
            throw RunError("\(error)")
        }
    }
}

/// A quote, ready to be shown.
public struct QuoteResult: Sendable {
    /// The quote.
    public var quote: Quote

    /// Whether the job can cost more than `budget`; nil when no price is known and the minimum does not
    /// decide it.
    public func exceeds(_ budget: Money) -> Bool? {
        if let minimum = quote.minimum, minimum > budget { return true }
        return quote.high.map { $0 > budget }
    }

    /// The `cost` object of reports.
    package var json: JSON {
        .object([
            ("provider", .text(quote.provider.id)),
            ("model", .text(quote.model)),
            ("currency", .text("USD")),
            ("training_tokens", .number(quote.trainingTokens.expected)),
            ("validation_tokens", .number(quote.validationTokens?.expected)),
            ("epochs", .number(quote.plan.epochs)),
            ("evals", .number(quote.plan.evals)),
            ("billed_tokens", .number(quote.billedTokens.expected)),
            ("price_per_million", .decimal(quote.price?.rate.decimal)),
            ("price_source", .text(quote.price?.source)),
            ("price_date", .text(quote.price?.date.day)),
            ("minimum", .decimal(quote.minimum?.decimal)),
            ("amount", .decimal(quote.amount?.decimal)),
            ("low", .decimal(quote.low?.decimal)),
            ("high", .decimal(quote.high?.decimal)),
        ])
    }

    /// The line people read, with the price's source.
    public var line: String {
        guard let source else { return lineWithoutSource }
        return "\(lineWithoutSource) [\(source)]"
    }

    /// Where the price was read, and when.
    var source: String? {
        quote.price.map { [$0.source, $0.date.day].compactMap { $0 }.joined(separator: ", ") }
    }

    /// What the job costs, and the arithmetic.
    var lineWithoutSource: String {
        let billed = "\(quote.billedTokens.expected.grouped) billed tokens"
        let variant = quote.price?.context.map { " (\($0))" } ?? ""
        let name = "\(quote.model)\(variant) at \(quote.provider.name)"
        guard let amount = quote.amount, let low = quote.low, let high = quote.high else {
            let minimum = quote.minimum.map { ", at least \($0) a job" } ?? ""
            return "\(name): no price known; \(billed)\(minimum)"
        }
        let range = low == high ? "" : " (\(low) to \(high))"
        let breakEven = quote.breakEvenTokens.map { "; the minimum binds below \($0.grouped) tokens" } ?? ""
        let note = quote.price?.note.map { " (\($0))" } ?? ""
        return "\(name): \(amount)\(range) = \(quote.arithmetic)\(breakEven)\(note)"
    }

    /// What to do when no price is known.
    static let priceHint = "no price is known: give one with `--price USD-PER-MILLION`"
}
