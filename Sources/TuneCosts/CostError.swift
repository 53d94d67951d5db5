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

extension Int128 {
    /// The value as an `Int`; throws when it does not fit, naming the quantity.
    ///
    /// Products of two `Int` and sums of a few of them fit 128 bits, so all arithmetic here is done wide and
    /// narrowed once, at the end.
    func narrowed(_ quantity: CostError.Quantity) throws(CostError) -> Int {
        guard let value = Int(exactly: self) else { throw .overflow(quantity) }
        return value
    }
}
