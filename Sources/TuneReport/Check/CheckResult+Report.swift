import TuneBytes
public import TuneFindings
public import TunePipeline
import TuneRecords
import TuneRules
import TuneText
import TuneTokens

extension CheckResult: Reported {
    /// The first findings of each rule.
    public var findingsShown: [Finding] { findings.kept }

    /// All that was found.
    public var tally: FindingTally? { findings }

    /// What was found in all: a paragraph for each file, the cost, the rules, the verdict and the next step.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        var lines = files.flatMap { $0.lines(tokenizer, context: contextLength) }
        if let quote { lines.append(ReportLine("cost", quote.line)) }
        if let describedProfile { lines.append(ReportLine("rules", describedProfile)) }
        lines += conciseLines(in: rendering)
        if let next = findings.explanation { lines.append(ReportLine("next", next)) }
        return lines
    }

    /// The verdict.
    public func conciseLines(in rendering: Rendering) -> [ReportLine] {
        let caveat = comparison?.caveat.map { "; \($0)" } ?? ""
        return [ReportLine("result", findings.verdict(in: rendering) + caveat)]
    }

    /// Whose rules these are, and of which day.
    private var describedProfile: String? {
        guard profile != .any else { return nil }
        return "\(profile.title), read \(profile.date) (\(profile.source)); the service is \(profile.state)"
    }
}

extension FileSummary {
    fileprivate func lines(_ tokenizer: TokenizerUse, context: Int) -> [ReportLine] {
        var lines = [
            ReportLine("file", "\(facts.path): \(describedFormat), \(layoutSummary)"),
            ReportLine(
                "rows",
                "\(ledger.recordsIn.grouped) in = \(ledger.clean.grouped) clean"
                    + " + \(ledger.withFindings.grouped) with findings + \(ledger.unreadable.grouped) unreadable"
            ),
        ]
        guard facts.examples > 0, let figures = tokens.lengths.percentiles else { return lines }
        let about = tokenizer.isExact ? "" : "about "
        lines.append(
            ReportLine(
                "tokens",
                "\(about)\(tokens.total.grouped) (\(tokenizer.described)): \(tokens.described(tokenizer));"
                    + " per row median \(figures.median.grouped), p95"
                    + " \(figures.p95.grouped), longest \(figures.max.grouped)"))
        lines.append(ReportLine("context", describedContext(context)))
        return lines
    }

    private var describedFormat: String {
        let packed = compression.map { " (\($0))" } ?? ""
        let coding = facts.encoding == .utf8 ? "" : ", \(facts.encoding.rawValue)"
        guard let dialect = facts.format.dialect else { return "\(facts.format.title)\(packed)\(coding)" }
        return "CSV\(packed)\(coding), \(dialect.title)"
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
