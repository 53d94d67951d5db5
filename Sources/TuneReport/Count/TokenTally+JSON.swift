import TuneBytes
import TunePipeline
import TuneText
import TuneTokens

extension TokenTally {
    func json(_ tokenizer: TokenizerUse) -> JSON {
        .object([
            ("tokenizer", .text(tokenizer.family.rawValue)),
            ("kind", .text(tokenizer.kind)),
            ("error", .decimal(Decimals.thousandths(tokenizer.errorPermille))),
            ("template", .text(tokenizer.template)),
            ("total", .number(total)),
            ("prompt", .number(prompt)),
            ("answer", .number(answer)),
            ("overhead", .number(overhead)),
            ("per_example", perExample),
            (
                "histogram",
                .array(
                    lengths.histogram.map {
                        .object([
                            ("from", .number($0.from)), ("to", .number($0.to)), ("count", .number($0.count)),
                        ])
                    })
            ),
        ])
    }

    private var perExample: JSON {
        guard let figures = lengths.percentiles else { return .null }
        return .object([
            ("min", .number(figures.min)), ("median", .number(figures.median)),
            ("mean", .decimal(Decimals.quotient(total, lengths.examples))), ("p95", .number(figures.p95)),
            ("p99", .number(figures.p99)), ("max", .number(figures.max)),
        ])
    }
}
