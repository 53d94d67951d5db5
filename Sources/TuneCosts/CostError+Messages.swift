public import TuneText

extension CostError: Explained, CustomStringConvertible {
    /// As ``description``.
    public var message: String { description }

    /// One line, lower case, without a full stop.
    public var description: String {
        switch self {
        case .epochsOutOfBounds(let given, let allowed): outOfBounds("epochs", given, allowed: allowed)
        case .evalsOutOfBounds(let given, let allowed): outOfBounds("evaluations", given, allowed: allowed)
        case .errorOutOfBounds(let given, let allowed):
            outOfBounds("error in thousandths", given, allowed: allowed)
        case .negativeTokens(let given): "a token count cannot be negative, not \(given.grouped)"
        case .tokensOutOfOrder(let expected, let low, let high):
            "token counts out of order: \(low.grouped) ≤ \(expected.grouped) ≤ \(high.grouped) does not hold"
        case .negativePrice(let rate): "a price cannot be negative, not $\(rate.decimal) per million"
        case .overflow(let quantity): "the \(quantity.rawValue) is too large to calculate"
        }
    }
}

private func outOfBounds(_ what: String, _ given: Int, allowed: ClosedRange<Int>) -> String {
    let bounds =
        allowed.upperBound == .max
        ? "at least \(allowed.lowerBound.grouped)"
        : "\(allowed.lowerBound.grouped) to \(allowed.upperBound.grouped)"
    return "\(what) must be \(bounds), not \(given.grouped)"
}
