/// What a job would cost, and the arithmetic that gives it.
public struct Quote: Sendable, Hashable {
    /// The service that would train.
    public let provider: Provider
    /// The model that would be trained.
    public let model: String
    /// How often the data is gone through.
    public let plan: TrainingPlan
    /// Tokens of one pass over the training data.
    public let trainingTokens: TokenRange
    /// Tokens of one pass over the validation data; nil when there is no validation file.
    public let validationTokens: TokenRange?
    /// Tokens billed for the whole job.
    public let billedTokens: TokenRange
    /// The price used; nil when none is known.
    public let price: Price?
    /// The expected billed tokens times the rate, whatever the minimum; nil when no price is known.
    public let beforeMinimum: Money?
    /// The expected cost, never below the minimum; nil when no price is known.
    public let amount: Money?
    /// The least it should cost, never below the minimum; nil when no price is known.
    public let low: Money?
    /// The most it should cost, never below the minimum; nil when no price is known.
    public let high: Money?
    /// The billed tokens below which the minimum binds; nil without a price above zero or without a minimum.
    public let breakEvenTokens: Int?

    /// Quotes a job by the provider's own rule.
    ///
    /// Throws when the provider would refuse the plan, or when a figure does not fit 64 bits.
    ///
    /// - Parameters:
    ///   - training: Tokens of one pass over the training data.
    ///   - validation: Tokens of one pass over the validation data; nil when there is no validation file.
    ///   - price: What a million billed tokens cost; nil when nobody knows.
    public init(
        provider: Provider, model: String, training: TokenRange, validation: TokenRange? = nil,
        plan: TrainingPlan, price: Price?
    ) throws(CostError) {
        if let problem = plan.problem(within: provider.limits) { throw problem }
        let minimum = provider.rule.minimum
        let billed = try provider.rule.billedTokens(training: training, validation: validation, plan: plan)
        self.provider = provider
        self.model = model
        self.plan = plan
        self.trainingTokens = training
        self.validationTokens = validation
        self.billedTokens = billed
        self.price = price
        let cost = try price?.cost(of: billed.expected)
        self.beforeMinimum = cost
        self.amount = cost.map { max($0, minimum ?? .zero) }
        self.low = try price?.cost(of: billed.low, atLeast: minimum)
        self.high = try price?.cost(of: billed.high, atLeast: minimum)
        self.breakEvenTokens = try minimum.flatMap { minimum throws(CostError) in
            try price?.breakEvenTokens(minimum: minimum)
        }
    }

    /// The provider's minimum per job; nil when it publishes none.
    public var minimum: Money? { provider.rule.minimum }

    /// What the job costs in any case, even when no price is known: the minimum.
    public var atLeast: Money? { minimum }

    /// Whether the expected tokens cost less than the minimum, so that the minimum is what is paid; nil when
    /// no price is known.
    public var minimumBinds: Bool? {
        guard let price else { return nil }
        guard let minimum else { return false }
        return price.isBelow(minimum, for: billedTokens.expected)
    }
}
