public import TuneBytes
public import TuneCosts
public import TunePipeline
public import TuneServices
import TuneText

/// The service's quote beside our own.
public struct QuoteComparison: Sendable {
    /// What the service says; nil when it says nothing.
    public var service: Estimate?
    /// What we say; nil when the data is not here.
    public var own: QuoteResult?

    /// A comparison.
    public init(service: Estimate?, own: QuoteResult?) {
        self.service = service
        self.own = own
    }

    /// The lines for people.
    public var lines: [String] {
        var lines = ["service  \(serviceWords)"]
        guard let own else {
            return lines + ["ours     name the data to have it counted here: `--training FILE`"]
        }
        lines.append("ours     \(own.line)")
        if let difference { lines.append("differ   \(difference)") }
        return lines
    }

    private var serviceWords: String {
        guard let service else { return "it gave no estimate" }
        let cost = service.cost.map { "\($0)" } ?? "a cost it does not name"
        let tokens = service.tokens.map { " for \($0.grouped) tokens" } ?? ""
        return "\(cost)\(tokens), the quote that binds"
    }

    /// How the two differ, in tokens and in dollars; nil when there is nothing to compare.
    var difference: String? {
        let parts = [tokensDifference, costDifference].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    private var tokensDifference: String? {
        guard let theirs = service?.tokens, let ours = own?.quote.billedTokens else { return nil }
        let gap = theirs - ours.expected
        if gap == 0 { return "the tokens are the same" }
        let share = ours.expected > 0 ? ", \(Self.percent(gap.magnitude, of: ours.expected))" : ""
        let isExpected = (ours.low...ours.high).contains(theirs) ? ", within our bounds" : ""
        return "the service counts \(Int(gap.magnitude).grouped) tokens \(gap > 0 ? "more" : "fewer")"
            + share + isExpected
    }

    private var costDifference: String? {
        guard let theirs = service?.cost, let ours = own?.quote.amount else { return nil }
        let gap = theirs.microDollars - ours.microDollars
        if gap == 0 { return "the cost is the same" }
        return "it costs \(Money(microDollars: abs(gap))) \(gap > 0 ? "more" : "less") there"
    }

    /// A share in per cent with one decimal.
    private static func percent(_ part: UInt, of whole: Int) -> String {
        let thousandths = (part * 1000 + UInt(whole) / 2) / UInt(whole)
        return Decimals.percent(ofThousandths: Int(thousandths)) + " %"
    }

    /// Whether the job can cost more than `budget`: the service's word first, else ours; nil when nobody knows.
    public func exceeds(_ budget: Money) -> Bool? {
        if let cost = service?.cost { return cost > budget }
        return own?.exceeds(budget)
    }

    /// As one JSON object.
    public var json: JSON {
        .object([
            ("schema", .text("tuneprep.job-quote/1")), ("version", .text(Tuneprep.version)),
            (
                "service",
                service.map {
                    .object([("cost", .decimal($0.cost?.decimal)), ("tokens", .number($0.tokens))])
                } ?? .null
            ),
            ("own", own?.json ?? .null),
            (
                "difference",
                .object([
                    ("cost", .decimal(costGap)),
                    (
                        "tokens",
                        .number(
                            service?.tokens.flatMap { theirs in
                                (own?.quote.billedTokens.expected).map { theirs - $0 }
                            })
                    ),
                ])
            ),
        ])
    }

    private var costGap: String? {
        guard let theirs = service?.cost, let ours = own?.quote.amount else { return nil }
        return Money(microDollars: theirs.microDollars - ours.microDollars).decimal
    }
}
