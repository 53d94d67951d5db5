/// What the prices of one page have in common.
struct PriceSheet {
    let provider: String
    let adapter: Adapter?
    let source: String
    let date: PriceDate
    let grade: Price.Grade

    /// The sheet's price for one model, in US dollars per million tokens.
    func price(
        _ model: String, context: String? = nil, rate: String, _ method: TrainingMethod = .sft,
        date: PriceDate? = nil, note: String? = nil
    ) -> Price {
        Price(
            provider: provider, target: .model(model), method: method, adapter: adapter, context: context,
            rate: .usd(rate), source: source, date: date ?? self.date, grade: grade, note: note)
    }

    /// The sheet's price for a bracket, its bounds in billions of parameters.
    func price(
        above: Int = 0, upTo: Int? = nil, rate: String, _ method: TrainingMethod = .sft,
        date: PriceDate? = nil, note: String? = nil
    ) -> Price {
        let bracket = PriceTarget.parameters(
            above: above * 1_000_000_000, upTo: upTo.map { $0 * 1_000_000_000 })
        return Price(
            provider: provider, target: bracket, method: method, adapter: adapter, rate: .usd(rate),
            source: source, date: date ?? self.date, grade: grade, note: note)
    }
}
