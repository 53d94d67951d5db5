public import TuneText

/// Why no quote can be made.
public enum CostError: Error, Hashable, Sendable {
    /// A number of epochs outside what is allowed.
    case epochsOutOfBounds(Int, allowed: ClosedRange<Int>)
    /// A number of evaluations outside what is allowed.
    case evalsOutOfBounds(Int, allowed: ClosedRange<Int>)
    /// An estimate's error, in thousandths, outside what is allowed.
    case errorOutOfBounds(Int, allowed: ClosedRange<Int>)
    /// Fewer than no tokens.
    case negativeTokens(Int)
    /// A token range that does not satisfy low ≤ expected ≤ high.
    case tokensOutOfOrder(expected: Int, low: Int, high: Int)
    /// A rate below zero.
    case negativePrice(Money)
    /// A result larger than a 64-bit integer.
    case overflow(Quantity)

    /// What can grow too large.
    public enum Quantity: String, Hashable, Sendable {
        /// The upper bound of an estimated token count.
        case tokens = "token count"
        /// The tokens of all epochs and evaluations.
        case billedTokens = "number of billed tokens"
        /// Billed tokens times the rate.
        case amount = "amount"
        /// The tokens at which the price reaches the minimum.
        case breakEvenTokens = "break-even number of tokens"
    }
}

extension CostError: Explained, CustomStringConvertible {
    /// As ``description``.
    public var message: String { description }

    /// One line, lower case, without a full stop.
    public var description: String {
        switch self {
        case .epochsOutOfBounds(let given, let allowed): outOfBounds("epochs", given, allowed)
        case .evalsOutOfBounds(let given, let allowed): outOfBounds("evaluations", given, allowed)
        case .errorOutOfBounds(let given, let allowed): outOfBounds("error in thousandths", given, allowed)
        case .negativeTokens(let given): "a token count cannot be negative, not \(given.grouped)"
        case .tokensOutOfOrder(let expected, let low, let high):
            "token counts out of order: \(low.grouped) ≤ \(expected.grouped) ≤ \(high.grouped) does not hold"
        case .negativePrice(let rate): "a price cannot be negative, not $\(rate.decimal) per million"
        case .overflow(let quantity): "the \(quantity.rawValue) is too large to calculate"
        }
    }
}

private func outOfBounds(_ what: String, _ given: Int, _ allowed: ClosedRange<Int>) -> String {
    let bounds =
        allowed.upperBound == .max
        ? "at least \(allowed.lowerBound.grouped)"
        : "\(allowed.lowerBound.grouped) to \(allowed.upperBound.grouped)"
    return "\(what) must be \(bounds), not \(given.grouped)"
}
