import TuneText

/// What a price is for: one model, or every model of a size.
public enum PriceTarget: Sendable, Hashable {
    /// The model of this exact name.
    case model(String)
    /// Every model with more than `above` and at most `upTo` parameters in total; nil means no upper bound.
    ///
    /// Mixtures of experts count with all of their experts.
    case parameters(above: Int, upTo: Int?)

    /// Whether this names the model, upper and lower case alike.
    public func names(_ model: String) -> Bool {
        guard case .model(let name) = self else { return false }
        return name.lowercased() == model.lowercased()
    }

    /// Whether this is a bracket that covers a model with this number of parameters.
    public func covers(parameters: Int) -> Bool {
        guard case .parameters(let above, let upTo) = self else { return false }
        return parameters > above && parameters <= upTo ?? .max
    }
}

extension PriceTarget: CustomStringConvertible {
    /// The model's name, or the bracket in words, as in `16B to 80B parameters`.
    public var description: String {
        switch self {
        case .model(let name): name
        case .parameters(let above, nil): "over \(abbreviated(above)) parameters"
        case .parameters(0, let upTo?): "up to \(abbreviated(upTo)) parameters"
        case .parameters(let above, let upTo?): "\(abbreviated(above)) to \(abbreviated(upTo)) parameters"
        }
    }
}

private func abbreviated(_ parameters: Int) -> String {
    if parameters.isMultiple(of: 1_000_000_000) { return "\(parameters / 1_000_000_000)B" }
    if parameters.isMultiple(of: 1_000_000) { return "\(parameters / 1_000_000)M" }
    return parameters.grouped
}
