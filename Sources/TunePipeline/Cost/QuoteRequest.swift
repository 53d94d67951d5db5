public import TuneCosts

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

    /// A request for LoRA on chat data; without `price`, the price book's.
    public init(provider: Provider, model: String, plan: TrainingPlan, price: Money? = nil) {
        self.provider = provider
        self.model = model
        self.plan = plan
        self.price = price
    }

    /// The quote for the number of tokens of training data and, if there is a file for it, of validation data.
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
