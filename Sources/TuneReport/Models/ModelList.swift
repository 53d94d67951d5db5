public import TuneBytes
public import TuneCosts
import TunePipeline
import TuneText
import TuneTokens

/// The models known, by provider, with their prices and the days these were read.
public struct ModelList: Sendable {
    private let providers: [Provider]

    /// The models of one provider, or of all for nil.
    public init(provider: Provider?) {
        providers = provider.map { [$0] } ?? Provider.all
    }

    private struct Entry {
        var name: String
        var context: Int?
        var family: ModelFamily?
        var price: Price?
    }

    private func entries(of provider: Provider) -> [Entry] {
        if provider.id == Provider.nscale.id {
            return BaseModel.all.map {
                Entry(
                    name: $0.name, context: $0.contextLength, family: $0.family,
                    price: PriceBook.builtIn.price(of: provider.id, model: $0.name))
            }
        }
        return PriceBook.builtIn.prices(of: provider.id).map { price in
            let details = [price.method.rawValue, price.adapter?.rawValue, price.context].compactMap { $0 }
            return Entry(
                name: "\(price.target) (\(details.joined(separator: ", ")))", context: nil, family: nil,
                price: price)
        }
    }
}

extension ModelList: Reported {
    /// A paragraph for each provider, in it a line for each model.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        var lines: [String] = []
        for provider in providers {
            let minimum = provider.rule.minimum.map { "; at least \($0) a job" } ?? ""
            lines.append("\(provider.id): \(provider.name), \(provider.state.text)\(minimum)")
            let entries = entries(of: provider)
            if entries.isEmpty { lines.append("  no price known") }
            for entry in entries {
                let context = entry.context.map { ", context \($0.grouped)" } ?? ""
                let family = entry.family.map { ", \($0.title) tokens" } ?? ""
                let price =
                    entry.price.map { price in
                        "$\(price.rate.decimal) per million tokens"
                            + (price.date.day.map { " (\($0))" } ?? " (undated)")
                    } ?? "no price known"
                lines.append("  \(entry.name)\(context)\(family): \(price)")
            }
        }
        return lines.map(ReportLine.plain)
    }

    /// The list as one JSON object.
    public func json(in rendering: Rendering) -> [JSON] {
        let document = JSON.object([
            ("schema", .text("tuneprep.models/1")), ("version", .text(Tuneprep.version)),
            ("prices_compiled", .text(PriceBook.builtInDay)),
            ("providers", .array(providers.map(json))),
        ])
        return [document]
    }

    private func json(_ provider: Provider) -> JSON {
        .object([
            ("provider", .text(provider.id)), ("name", .text(provider.name)),
            ("state", .text(provider.state.phase.rawValue)), ("state_date", .text(provider.state.date)),
            ("minimum", .decimal(provider.rule.minimum?.decimal)),
            (
                "models",
                .array(
                    entries(of: provider).map { entry in
                        .object([
                            ("name", .text(entry.name)), ("context", .number(entry.context)),
                            ("tokenizer", .text(entry.family?.rawValue)),
                            ("price_per_million", .decimal(entry.price?.rate.decimal)),
                            ("price_source", .text(entry.price?.source)),
                            ("price_date", .text(entry.price?.date.day)),
                            ("grade", .text(entry.price?.grade?.rawValue)),
                        ])
                    })
            ),
        ])
    }
}
