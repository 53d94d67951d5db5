public import TuneBytes
import TuneFindings
public import TunePipeline
import TuneRecords
import TuneRules
import TuneText
import TuneTokens

extension CheckResult {
    /// The version of the report's form.
    private static let schema = "tuneprep.check/1"

    /// The report of a check as one JSON object, the findings kept listed in it.
    public func json(in rendering: Rendering) -> [JSON] { [json(listing: findings.kept, in: rendering)] }

    /// One JSON object per finding and line, then one for the run without them.
    public func jsonLines(in rendering: Rendering) -> [JSON] {
        findings.kept.map(\.json) + [json(listing: [], in: rendering)]
    }

    private func json(listing listed: [Finding], in rendering: Rendering) -> JSON {
        .object([
            ("schema", .text(Self.schema)),
            ("version", .text(Tuneprep.version)),
            ("status", .text(rendering.isFailed(by: findings) ? "failed" : "passed")),
            ("files", .array(files.map { $0.json(tokenizer, context: contextLength) })),
            ("ledger", ledger.json),
            ("duplicates", comparison?.json ?? .null),
            ("rules", .array(findings.ruleCounts)),
            ("findings", .array(listed.map(\.json))),
            ("cost", quote?.json ?? .null),
        ])
    }
}

extension CheckLedger {
    var json: JSON {
        .object([
            ("records_in", .number(recordsIn)), ("clean", .number(clean)),
            ("with_findings", .number(withFindings)), ("unreadable", .number(unreadable)),
        ])
    }
}

extension FileSummary {
    func json(_ tokenizer: TokenizerUse, context: Int) -> JSON {
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
    var json: JSON {
        .object([
            ("delimiter", .text(String(UnicodeScalar(delimiter)))), ("quote", .text("\"")),
            ("line_ending", .text(lineEnding.rawValue)), ("header", .boolean(true)),
        ])
    }
}

extension OverContextTally {
    func json(limit: Int) -> JSON {
        .object([
            ("limit", .number(limit)), ("examples", .number(examples)), ("tokens_lost", .number(tokensLost)),
            ("answer_tokens_lost", .number(answerTokensLost)),
            ("answers_wholly_lost", .number(answersWhollyLost)),
        ])
    }
}
