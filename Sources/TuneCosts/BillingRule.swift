/// Which tokens a provider bills, and the least it takes for a job.
public struct BillingRule: Sendable, Hashable {
    /// How the tokens of a validation file are billed.
    public enum Validation: String, Sendable, Hashable, CaseIterable {
        /// Once for every evaluation of the plan.
        case timesEvals = "times_evals"
        /// Once for the job, whatever the plan says.
        case once
        /// The provider does not say. The expected figure leaves them out, the high one counts every
        /// evaluation.
        case notStated = "not_stated"
    }

    /// The least a job costs; nil when the provider publishes no minimum.
    public let minimum: Money?
    /// What the minimum leaves open, in words; nil when nothing.
    public let minimumNote: String?
    /// How the tokens of a validation file are billed.
    public let validation: Validation
    /// Whether padding is billed when examples are not packed together; nil when the provider does not say.
    ///
    /// Quotes count the tokens of the examples alone: where padding is billed, they hold for packed training.
    public let paddingBilled: Bool?
    /// How many percent of the training rows the service takes for one evaluation at the end of the job when
    /// it is given no validation file; nil when it takes none.
    public let holdoutPercent: Int?
    /// Whether the provider states the rule in words; false when it was inferred from other things it
    /// publishes.
    public let isStated: Bool
    /// The page the rule is from.
    public let source: String
    /// The day of the page, as `YYYY-MM-DD`; nil when it carries no date.
    public let date: String?

    /// A rule as published on the page `source`, on the day `date` (`YYYY-MM-DD`, nil when the page has none).
    public init(
        minimum: Money? = nil, minimumNote: String? = nil, validation: Validation, paddingBilled: Bool? = nil,
        holdoutPercent: Int? = nil, isStated: Bool = true, source: String, date: String?
    ) {
        self.minimum = minimum
        self.minimumNote = minimumNote
        self.validation = validation
        self.paddingBilled = paddingBilled
        self.holdoutPercent = holdoutPercent
        self.isStated = isStated
        self.source = source
        self.date = date
    }
}
