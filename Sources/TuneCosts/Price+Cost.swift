extension Price {
    /// The cost of a number of billed tokens, rounded half up to the micro-dollar, but never less than the
    /// minimum. Throws for a negative number or rate, and when the amount does not fit 64 bits.
    public func cost(of tokens: Int, atLeast minimum: Money? = nil) throws(CostError) -> Money {
        guard tokens >= 0 else { throw .negativeTokens(tokens) }
        guard rate >= .zero else { throw .negativePrice(rate) }
        let micros = (exactCost(of: tokens) + 500_000) / 1_000_000
        let cost = Money(microDollars: try micros.narrowed(.amount))
        return max(cost, minimum ?? .zero)
    }

    /// The fewest billed tokens whose cost is not below the minimum; nil at a rate of zero, which never
    /// reaches it.
    public func breakEvenTokens(minimum: Money) throws(CostError) -> Int? {
        guard rate >= .zero else { throw .negativePrice(rate) }
        guard rate > .zero else { return nil }
        let rate = Int128(rate.microDollars)
        return try ((perMillion(minimum) + rate - 1) / rate).narrowed(.breakEvenTokens)
    }

    /// Whether a number of billed tokens costs less than the minimum.
    func isBelow(_ minimum: Money, for tokens: Int) -> Bool {
        exactCost(of: tokens) < perMillion(minimum)
    }

    /// The cost in millionths of a micro-dollar.
    private func exactCost(of tokens: Int) -> Int128 {
        Int128(tokens) * Int128(rate.microDollars)
    }

    private func perMillion(_ money: Money) -> Int128 {
        Int128(money.microDollars) * 1_000_000
    }
}
