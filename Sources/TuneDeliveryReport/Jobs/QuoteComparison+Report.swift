public import TuneBytes
import TuneCosts
public import TuneDelivery
import TunePipeline
public import TuneReport
import TuneServices
import TuneText

extension QuoteComparison: Reported {
    /// What the service says, what we say, and how the two differ.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        let service = ReportLine("service", serviceWords)
        guard let own else {
            let hint = "name the data to have it counted here: `--training FILE`"
            return [service, ReportLine("ours", hint)]
        }
        let lines = [service, ReportLine("ours", own.line)]
        return lines + (difference.map { [ReportLine("differ", $0)] } ?? [])
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

    /// Both quotes as one JSON object.
    public func json(in rendering: Rendering) -> [JSON] {
        let theirs = service.map {
            JSON.object([("cost", .decimal($0.cost?.decimal)), ("tokens", .number($0.tokens))])
        }
        let document = JSON.object([
            ("schema", .text("tuneprep.job-quote/1")), ("version", .text(Tuneprep.version)),
            ("service", theirs ?? .null), ("own", own?.json ?? .null),
            ("difference", .object([("cost", .decimal(costGap)), ("tokens", .number(tokenGap))])),
        ])
        return [document]
    }

    private var tokenGap: Int? {
        guard let theirs = service?.tokens, let ours = own?.quote.billedTokens.expected else { return nil }
        return theirs - ours
    }

    private var costGap: String? {
        guard let theirs = service?.cost, let ours = own?.quote.amount else { return nil }
        return Money(microDollars: theirs.microDollars - ours.microDollars).decimal
    }
}
