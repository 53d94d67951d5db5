/// A number of tokens that remembers how it is known.
///
/// Counts add up only with their own kind: a sum of exact counts is exact, a sum of estimates is an estimate
/// whose bounds are the sums of the bounds. Integers only, so any order of adding gives the same result.
public enum TokenCount: Hashable, Sendable {
    /// Counted with the model's own vocabulary.
    case exact(Int)
    /// Estimated without one; the true number is expected inside `bounds`.
    case estimated(Int, bounds: ClosedRange<Int>)

    /// An estimate with symmetric bounds, `errorPermille` thousandths of it either way, rounded outward.
    public static func estimated(_ tokens: Int, errorPermille: Int) -> TokenCount {
        let margin = (tokens * errorPermille + 999) / 1000
        return .estimated(tokens, bounds: max(0, tokens - margin)...(tokens + margin))
    }

    /// The number itself, exact or the best estimate.
    public var tokens: Int {
        switch self {
        case .exact(let tokens), .estimated(let tokens, bounds: _): tokens
        }
    }

    /// What the true number lies between, as far as is known. An exact count is its own bounds.
    public var bounds: ClosedRange<Int> {
        switch self {
        case .exact(let tokens): tokens...tokens
        case .estimated(_, let bounds): bounds
        }
    }

    /// Whether the number was counted rather than estimated.
    public var isExact: Bool {
        if case .exact = self { true } else { false }
    }

    /// The sum of two counts of the same kind, `nil` if one is exact and the other an estimate.
    public func adding(_ other: TokenCount) -> TokenCount? {
        switch (self, other) {
        case (.exact(let left), .exact(let right)):
            .exact(left + right)
        case (.estimated(let left, let low), .estimated(let right, let high)):
            .estimated(
                left + right,
                bounds: (low.lowerBound + high.lowerBound)...(low.upperBound + high.upperBound))
        default:
            nil
        }
    }

    /// The count of `repetitions` passes over the same text, such as training epochs.
    ///
    /// - Precondition: `repetitions` is not negative.
    public func repeated(_ repetitions: Int) -> TokenCount {
        switch self {
        case .exact(let tokens):
            .exact(tokens * repetitions)
        case .estimated(let tokens, let bounds):
            .estimated(
                tokens * repetitions,
                bounds: (bounds.lowerBound * repetitions)...(bounds.upperBound * repetitions))
        }
    }
}
