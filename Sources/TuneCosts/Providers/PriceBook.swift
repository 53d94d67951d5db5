/// Dated prices to look things up in.
public struct PriceBook: Sendable, Hashable {
    /// Every price, in the order it was given.
    public let prices: [Price]

    /// A book of these prices; their order decides only among equals of one day.
    public init(_ prices: [Price]) {
        self.prices = prices
    }

    /// All prices of a provider, by its id, upper and lower case alike.
    public func prices(of provider: String) -> [Price] {
        prices.filter { $0.provider.lowercased() == provider.lowercased() }
    }

    /// The price of training a model, nil when none is known.
    ///
    /// The exact name decides, upper and lower case alike; only a model without a price of its own is looked
    /// up by its size. Of several prices that fit, the latest is taken.
    ///
    /// - Parameters:
    ///   - provider: The provider's id.
    ///   - model: The model's name as the provider writes it.
    ///   - method: The way of training.
    ///   - adapter: What is trained.
    ///   - context: A context length priced apart, such as `128K`; nil for the standard one, or for the only
    ///     one there is a price for.
    ///   - totalParameters: The model's exact number of parameters, for providers that price by size.
    public func price(
        of provider: String, model: String, method: TrainingMethod = .sft, adapter: Adapter = .lora,
        context: String? = nil, totalParameters: Int? = nil
    ) -> Price? {
        let offered = prices(of: provider).filter {
            $0.method == method && ($0.adapter ?? adapter) == adapter
        }
        let named = offered.filter { $0.target.names(model) }
        if !named.isEmpty { return latest(of: named, context: context) }
        guard let totalParameters else { return nil }
        return latest(of: offered.filter { $0.target.covers(parameters: totalParameters) }, context: context)
    }

    private func latest(of prices: [Price], context: String?) -> Price? {
        let matching = prices.filter { $0.context?.lowercased() == context?.lowercased() }
        if context == nil, Set(prices.map(\.context)).count == 1 { return newest(prices) }
        return newest(matching)
    }

    private func newest(_ prices: [Price]) -> Price? {
        prices.max { ($0.date.day ?? "") < ($1.date.day ?? "") }
    }
}

extension PriceBook {
    /// The prices this package ships with, as published up to ``builtInDay``: those of every ``Provider``.
    ///
    /// Only prices read on a provider's own page, or in a dated transcription of it, and still in force.
    public static let builtIn = PriceBook(Provider.all.flatMap(\.prices))

    /// The day the built-in prices were compiled, as `YYYY-MM-DD`: when all of them were last looked through, or that of a later
    /// price.
    public static let builtInDay = builtIn.prices.compactMap(\.date.day).reduce("2026-11-21", max)
}
