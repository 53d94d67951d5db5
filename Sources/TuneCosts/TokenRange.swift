/// A number of tokens as far as it is known: what to expect, at least, at most.
public struct TokenRange: Sendable, Hashable {
    /// The best single figure, in tokens.
    public let expected: Int
    /// The fewest there can be, in tokens.
    public let low: Int
    /// The most there can be, in tokens.
    public let high: Int

    /// A range given by its three figures; throws unless 0 ≤ low ≤ expected ≤ high.
    public init(expected: Int, low: Int, high: Int) throws(CostError) {
        guard low >= 0 else { throw .negativeTokens(low) }
        guard low <= expected, expected <= high else {
            throw .tokensOutOfOrder(expected: expected, low: low, high: high)
        }
        self.expected = expected
        self.low = low
        self.high = high
    }

    /// An exact count: all three figures are the same; throws when it is negative.
    public init(exact: Int) throws(CostError) {
        try self.init(expected: exact, low: exact, high: exact)
    }

    /// An estimate that may be wrong by `errorPermille` thousandths of itself, from 0 to 1000, either way.
    ///
    /// The low figure is rounded down and the high one up, so that the range never promises too much.
    public init(estimate: Int, errorPermille: Int) throws(CostError) {
        guard estimate >= 0 else { throw .negativeTokens(estimate) }
        let allowed = 0...1000
        guard allowed.contains(errorPermille) else {
            throw .errorOutOfBounds(errorPermille, allowed: allowed)
        }
        let wide = Int128(estimate)
        let low = wide * Int128(1000 - errorPermille) / 1000
        let high = (wide * Int128(1000 + errorPermille) + 999) / 1000
        try self.init(
            expected: estimate, low: low.narrowed(.tokens), high: high.narrowed(.tokens))
    }

    /// Whether there is nothing to doubt: low and high are the same.
    public var isExact: Bool { low == high }
}
