package import TuneBytes
import TuneCosts
import TunePipeline
import TuneText

extension QuoteResult {
    /// The `cost` object of reports.
    package var json: JSON {
        .object([
            ("provider", .text(quote.provider.id)),
            ("model", .text(quote.model)),
            ("currency", .text("USD")),
            ("training_tokens", .number(quote.trainingTokens.expected)),
            ("validation_tokens", .number(quote.validationTokens?.expected)),
            ("epochs", .number(quote.plan.epochs)),
            ("evals", .number(quote.plan.evals)),
            ("billed_tokens", .number(quote.billedTokens.expected)),
            ("price_per_million", .decimal(quote.price?.rate.decimal)),
            ("price_source", .text(quote.price?.source)),
            ("price_date", .text(quote.price?.date.day)),
            ("minimum", .decimal(quote.minimum?.decimal)),
            ("amount", .decimal(quote.amount?.decimal)),
            ("low", .decimal(quote.low?.decimal)),
            ("high", .decimal(quote.high?.decimal)),
        ])
    }

    /// The line people read, with the price's source.
    package var line: String {
        guard let source else { return lineWithoutSource }
        return "\(lineWithoutSource) [\(source)]"
    }

    /// Where the price was read, and when.
    var source: String? {
        quote.price.map { [$0.source, $0.date.day].compactMap { $0 }.joined(separator: ", ") }
    }

    /// What the job costs, and the arithmetic.
    var lineWithoutSource: String {
        let billed = "\(quote.billedTokens.expected.grouped) billed tokens"
        let variant = quote.price?.context.map { " (\($0))" } ?? ""
        let name = "\(quote.model)\(variant) at \(quote.provider.name)"
        guard let amount = quote.amount, let low = quote.low, let high = quote.high else {
            let minimum = quote.minimum.map { ", at least \($0) a job" } ?? ""
            return "\(name): no price known; \(billed)\(minimum)"
        }
        let range = low == high ? "" : " (\(low) to \(high))"
        let breakEven = quote.breakEvenTokens.map { "; the minimum binds below \($0.grouped) tokens" } ?? ""
        let note = quote.price?.note.map { " (\($0))" } ?? ""
        return "\(name): \(amount)\(range) = \(quote.arithmetic)\(breakEven)\(note)"
    }

    /// What to do when no price is known.
    static let priceHint = "no price is known: give one with `--price USD-PER-MILLION`"
}
