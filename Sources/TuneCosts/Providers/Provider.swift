/// A service that fine-tunes models and bills by the token.
public struct Provider: Sendable, Hashable {
    /// The name used in arguments and output: lower case, words joined by hyphens.
    public let id: String
    /// The name as the provider writes it.
    public let name: String
    /// Whether it takes jobs.
    public let state: ServiceState
    /// The plans it accepts.
    public let limits: PlanLimits
    /// The tokens it bills, and its minimum.
    public let rule: BillingRule
    /// The built-in prices, as published up to ``PriceBook/builtInDay``; none when none is known.
    public let prices: [Price]

    /// A provider and its terms; `id` is unique, in lower case. Each of `prices` bears this id.
    public init(
        id: String, name: String, state: ServiceState, limits: PlanLimits = .any, rule: BillingRule,
        prices: [Price] = []
    ) {
        self.id = id
        self.name = name
        self.state = state
        self.limits = limits
        self.rule = rule
        self.prices = prices
    }

    /// Every built-in provider, including those of which no price is known. This list is the only one.
    public static let all: [Provider] = [
        nscale, together, fireworks, tinker, primeIntellect, openAI, azureOpenAI, vertex, bedrock, ori,
        mistral,
    ]

    /// The built-in provider with this id, upper and lower case alike.
    public static func named(_ id: String) -> Provider? {
        all.first { $0.id == id.lowercased() }
    }
}
