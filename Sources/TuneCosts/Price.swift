/// What a provider takes for training on a million tokens, with where and when that was published.
///
/// A price nobody knows is a missing `Price`; a rate of zero is a real price.
public struct Price: Sendable, Hashable {
    /// How well a price is supported.
    public enum Grade: String, Sendable, Hashable, CaseIterable {
        /// Read on the provider's own page.
        case a = "A"
        /// Read in a transcription that names the provider's page and a day.
        case b = "B"
    }

    /// The id of the ``Provider``.
    public let provider: String
    /// What the price is for.
    public let target: PriceTarget
    /// The way of training it is for.
    public let method: TrainingMethod
    /// What is trained; nil when the provider publishes one price without saying, which then answers for
    /// both.
    public let adapter: Adapter?
    /// The context length a provider prices apart, as it writes it (`128K`); nil for the standard one.
    public let context: String?
    /// US dollars per million billed tokens.
    public let rate: Money
    /// The page the price is from.
    public let source: String
    /// The day of the price.
    public let date: PriceDate
    /// How well it is supported; nil for a price that was not looked up but given.
    public let grade: Grade?
    /// What else has to be known, lower case, without a full stop; nil when nothing.
    public let note: String?

    /// A price of `provider` (its id) for `target`: `rate` in US dollars per million billed tokens, as published on the page
    /// `source` on the day `date`.
    public init(
        provider: String, target: PriceTarget, method: TrainingMethod = .sft, adapter: Adapter? = .lora,
        context: String? = nil, rate: Money, source: String, date: PriceDate = .undated, grade: Grade? = nil,
        note: String? = nil
    ) {
        self.provider = provider
        self.target = target
        self.method = method
        self.adapter = adapter
        self.context = context
        self.rate = rate
        self.source = source
        self.date = date
        self.grade = grade
        self.note = note
    }

    /// A rate the user states, in US dollars per million tokens: without a date and a grade.
    public static func given(_ rate: Money, provider: String, model: String) -> Price {
        Price(
            provider: provider, target: .model(model), adapter: nil, rate: rate,
            source: "given by the user")
    }
}
