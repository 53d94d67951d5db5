public import TuneCosts

/// A quote, with what it means for a budget.
public struct QuoteResult: Sendable {
    /// The quote.
    public var quote: Quote

    /// Whether the job can cost more than `budget`; nil when no price is known and the minimum does not
    /// decide it.
    public func exceeds(_ budget: Money) -> Bool? {
        if let minimum = quote.minimum, minimum > budget { return true }
        return quote.high.map { $0 > budget }
    }
}
