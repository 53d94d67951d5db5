public import TuneBytes
public import TuneFindings
import TuneRecords
import TuneRules
import TuneText
import TuneTokens

extension CheckResult {
    /// The version of the report's form.
    static let schema = "tuneprep.check/1"

    /// The report of a check as one JSON object; `failsAt` nil never fails.
    public func json(failsAt: Severity?) -> JSON {
        .object([
            ("schema", .text(Self.schema)),
            ("version", .text(Tuneprep.version)),
            ("status", .text(failsAt.map(findings.reaches) == true ? "failed" : "passed")),
            ("files", .array(files.map { $0.json(tokenizer, context: options.contextLength) })),
            ("ledger", ledger.json),
            ("duplicates", comparison?.json ?? .null),
            ("rules", .array(findings.ruleCounts)),
            ("findings", .array(findings.kept.map(\.json))),
            ("cost", quote?.json ?? .null),
        ])
    }
}

extension Ledger {
    package var json: JSON {
        .object([
            ("records_in", .number(recordsIn)), ("clean", .number(clean)),
            ("with_findings", .number(withFindings)), ("unreadable", .number(unreadable)),
        ])
    }
}

extension Finding {
    /// The finding as a JSON object; what is not known is null.
    public var json: JSON {
        .object([
            ("code", .text(code)), ("name", .text(name)), ("severity", .text(severity.rawValue)),
            ("message", .text(message)), ("help", .text(help)), ("path", .text(site.path)),
            ("record", .number(site.record)), ("line", .number(site.line)), ("column", .number(site.column)),
            ("field", .text(site.field)), ("byte_start", .number(site.byteStart)),
            ("byte_end", .number(site.byteEnd)),
        ])
    }
}

extension FileSummary {
    package func json(_ tokenizer: TokenizerUse, context: Int) -> JSON {
        .object([
            ("path", .text(facts.path)),
            ("role", .text(facts.role.rawValue)),
            ("format", .text(facts.format.name)),
            ("compression", .text(compression)),
            ("encoding", .text(facts.encoding.rawValue)),
            ("dialect", facts.format.dialect?.json ?? .null),
            ("layout", .text(facts.layout)),
            ("columns", .array(facts.columns.map { .text($0.name) })),
            ("bytes", .number(bytes)),
            ("lines", .number(lines)),
            ("records", .number(facts.records)),
            ("examples", .number(facts.examples)),
            ("tokens", tokens.json(tokenizer)),
            ("over_context", tokens.overContext.json(limit: context)),
        ])
    }
}

extension Dialect {
    package var json: JSON {
        .object([
            ("delimiter", .text(String(UnicodeScalar(delimiter)))), ("quote", .text("\"")),
            ("line_ending", .text(lineEnding.rawValue)), ("header", .boolean(true)),
        ])
    }
}

extension OverContextTally {
    package func json(limit: Int) -> JSON {
        .object([
            ("limit", .number(limit)), ("examples", .number(examples)), ("tokens_lost", .number(tokensLost)),
            ("answer_tokens_lost", .number(answerTokensLost)),
            ("answers_wholly_lost", .number(answersWhollyLost)),
        ])
    }
}

extension TokenTally {
    package func json(_ tokenizer: TokenizerUse) -> JSON {
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
