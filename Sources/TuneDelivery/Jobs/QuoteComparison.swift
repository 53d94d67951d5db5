public import TuneCosts
public import TunePipeline
public import TuneServices

/// The service's quote beside our own.
public struct QuoteComparison: Sendable {
    /// What the service says; nil when it says nothing.
    public var service: Estimate?
    /// What we say; nil when the data is not here.
    public var own: QuoteResult?

    /// A comparison of two quotes, either of which may be missing.
    public init(service: Estimate?, own: QuoteResult?) {
        self.service = service
        self.own = own
    }

    /// Whether the job can cost more than `budget`: the service's word first, else ours; nil when nobody knows.
    public func exceeds(_ budget: Money) -> Bool? {
        if let cost = service?.cost { return cost > budget }
        return own?.exceeds(budget)
    }
}
