public import TuneBytes
public import TuneCosts
public import TunePipeline
import TuneTokens

/// Quotes side by side.
public struct QuoteTable: Sendable {
    private let provider: Provider
    private let quotes: [QuoteResult]
    private let candidates: [CostRun.Candidate]

    /// A table of quotes, one for each candidate in order.
    public init(provider: Provider, quotes: [QuoteResult], candidates: [CostRun.Candidate]) {
        self.provider = provider
        self.quotes = quotes
        self.candidates = candidates
    }
}

extension QuoteTable: Reported {
    /// Who bills how, then a line for each model.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        var lines = ["\(provider.name): \(provider.state.text)"]
        if let minimum = provider.rule.minimum {
            let note = provider.rule.minimumNote.map { "; \($0)" } ?? ""
            lines.append("minimum: \(minimum) a job\(note)")
        }
        lines += quotes.map { "  \($0.lineWithoutSource)" }
        for source in Set(quotes.compactMap(\.source)).sorted() { lines.append("prices: \(source)") }
        if quotes.contains(where: { $0.quote.price == nil }) {
            lines.append("help: \(QuoteResult.priceHint)")
        }
        let standIns = candidates.filter(\.isStandIn)
        if !standIns.isEmpty {
            let families = Set(standIns.map(\.family.title)).sorted().joined(separator: " or ")
            lines.append(
                "note: \(standIns.count == quotes.count ? "these" : "some") models have tokenizers of their own;"
                    + " their tokens were counted as \(families), and the true figures can lie outside the bounds"
            )
        }
        return lines.map(ReportLine.plain)
    }

    /// The table as one JSON object.
    public func json(in rendering: Rendering) -> [JSON] {
        let document = JSON.object([
            ("schema", .text("tuneprep.cost/1")), ("version", .text(Tuneprep.version)),
            ("provider", .text(provider.id)), ("quotes", .array(quotes.map(\.json))),
        ])
        return [document]
    }
}
