import TuneBytes
public import TuneFindings
import TuneRecords
import TuneRules
import TuneText

extension CheckResult {
    /// The findings for people, then what was found in all; `failsAt` nil never fails.
    public func text(_ style: FullStyle, _ palette: Palette, failsAt: Severity?) -> String {
        findings.kept.map(style.text).joined() + findings.moreLines(palette)
            + closing(palette, failsAt: failsAt)
    }

    /// The findings one per line, then one line in all.
    public func concise(_ style: ConciseStyle, _ palette: Palette, failsAt: Severity?) -> String {
        findings.kept.map(style.text).joined() + findings.moreLines(palette) + verdict(palette, failsAt)
            + "\n"
    }

    /// One JSON object per finding and line, then one for the run without them.
    public func jsonLines(failsAt: Severity?) -> String {
        var lines = findings.kept.map { $0.json.rendered(.line) }
        var summary = self
        summary.findings.forgetKept()
        lines.append(summary.json(failsAt: failsAt).rendered(.line))
        return lines.joined(separator: "\n") + "\n"
    }

    private func closing(_ palette: Palette, failsAt: Severity?) -> String {
        var lines: [String] = []
        for file in files { lines += file.lines(tokenizer, context: options.contextLength) }
        if let quote { lines.append("cost     \(quote.line)") }
        if let profile = describedProfile { lines.append("rules    \(profile)") }
        lines.append(verdict(palette, failsAt))
        if let next = findings.explanation { lines.append("next     \(next)") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func verdict(_ palette: Palette, _ failsAt: Severity?) -> String {
        findings.verdict(palette, failsAt) + (comparison?.caveat.map { "; \($0)" } ?? "")
    }

    /// Whose rules these are, and of which day.
    private var describedProfile: String? {
        let profile = options.profile
        guard profile != .any else { return nil }
        return "\(profile.title), read \(profile.date) (\(profile.source)); the service is \(profile.state)"
    }
}

extension FileSummary {
    fileprivate func lines(_ tokenizer: TokenizerUse, context: Int) -> [String] {
        var result = [
            "file     \(facts.path): \(describedFormat), \(describedLayout)",
            "rows     \(ledger.recordsIn.grouped) in = \(ledger.clean.grouped) clean"
                + " + \(ledger.withFindings.grouped) with findings + \(ledger.unreadable.grouped) unreadable",
        ]
        guard facts.examples > 0, let figures = tokens.lengths.percentiles else { return result }
        let about = tokenizer.isExact ? "" : "about "
        result.append(
            "tokens   \(about)\(tokens.total.grouped) (\(tokenizer.described)): \(tokens.described(tokenizer));"
                + " per row median \(figures.median.grouped), p95"
                + " \(figures.p95.grouped), longest \(figures.max.grouped)")
        result.append("context  \(describedContext(context))")
        return result
    }

    private var describedFormat: String {
        let packed = compression.map { " (\($0))" } ?? ""
        let coding = facts.encoding == .utf8 ? "" : ", \(facts.encoding.rawValue)"
        guard let dialect = facts.format.dialect else { return "\(facts.format.title)\(packed)\(coding)" }
        return "CSV\(packed)\(coding), \(dialect.title)"
    }

    private var describedLayout: String {
        guard facts.layout == "prompt-answer" || facts.layout == "alpaca" else {
            return "layout \(facts.layout) (\(layoutReason))"
        }
        let names = facts.columnsRead.map { "`\($0.name)`" }
        let prompt = names.dropLast().joined(separator: " and ")
        let pair =
            prompt.isEmpty ? "answer \(names.last ?? "")" : "prompt \(prompt), answer \(names.last ?? "")"
        return "\(pair) (\(layoutReason))"
    }

    private func describedContext(_ context: Int) -> String {
        let over = tokens.overContext
        guard over.examples > 0 else { return "every row fits into \(context.grouped) tokens" }
        return
            "\(plural(over.examples, "row")) over \(context.grouped) tokens would lose"
            + " \(over.tokensLost.grouped) tokens, \(over.answerTokensLost.grouped) of them from answers;"
            + " \(over.answersWhollyLost.grouped) would lose the whole answer"
    }
}

extension Dialect {
    fileprivate var title: String {
        let separator =
            switch delimiter {
            case 0x2C: "comma"
            case 0x09: "tab"
            case 0x3B: "semicolon"
            case 0x7C: "pipe"
            default: "`\(UnicodeScalar(delimiter))`"
            }
        return "\(separator), \(lineEnding.rawValue.uppercased())"
    }
}

extension RecordFormat {
    fileprivate var title: String {
        switch self {
        case .csv: "CSV"
        case .jsonLines: "JSON Lines"
        case .jsonArray: "JSON array"
        case .jsonObject: "JSON object keyed by id"
        }
    }
}
