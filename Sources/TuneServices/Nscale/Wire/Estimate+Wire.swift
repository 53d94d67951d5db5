internal import TuneBytes
internal import TuneCosts

extension Estimate {
    /// Larger numbers, and those below 0, are no quote.
    private static let most = 1 << 53

    /// Reads what Nscale calls the estimated usage; nil when it says neither cost nor tokens.
    init?(_ value: JSON?) {
        guard let value else { return nil }
        cost = value["cost"].flatMap(Self.money).flatMap { 0...Self.most ~= $0.microDollars ? $0 : nil }
        tokens = value["tokens"]?.wholeNumber.flatMap { 0...Self.most ~= $0 ? $0 : nil }
        if cost == nil, tokens == nil { return nil }
    }

    /// Dollars as they are spelled, or to the nearest millionth.
    private static func money(_ value: JSON) -> Money? {
        if let exact = value.spelling.flatMap({ Money($0) }) { return exact }
        guard let dollars = value.finiteNumber, dollars >= 0, dollars < 1e9 else { return nil }
        return Money(microDollars: Int((dollars * 1_000_000).rounded()))
    }
}
