public import TuneCosts

/// What the service says a job would cost: the only quote that binds.
public struct Estimate: Sendable, Equatable {
    /// The cost in dollars; nil when it says none.
    public var cost: Money?
    /// The tokens it would bill.
    public var tokens: Int?

    /// An estimate of a cost and of the tokens billed; nil for what is not known.
    public init(cost: Money?, tokens: Int?) {
        self.cost = cost
        self.tokens = tokens
    }
}
