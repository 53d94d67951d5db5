public import TuneFindings
import TuneModels
import TuneText

extension VerifyResult {
    private static let filesShown = 20

    /// The findings for people, then what is there; `failsAt` nil never fails. The `outcome` of what was done with
    /// the folder stands before the next step.
    public func text(
        _ style: FullStyle, _ palette: Palette, failsAt: Severity?, outcome: [String] = []
    ) -> String {
        let closing =
            [modelLine] + table + jobLine + [findings.verdict(palette, failsAt)] + outcome
            + ["next     \(nextStep(failsAt))"]
        return findings.kept.map(style.text).joined() + findings.moreLines(palette)
            + closing.joined(separator: "\n") + "\n"
    }

    /// The findings one per line, then one line in all.
    public func concise(_ style: ConciseStyle, _ palette: Palette, failsAt: Severity?) -> String {
        findings.kept.map(style.text).joined() + findings.moreLines(palette)
            + findings.verdict(palette, failsAt) + "\n"
    }

    private var modelLine: String {
        var words = [report.kind.title]
        if report.kind == .adapter, let adapter = report.adapter {
            if let base = adapter.baseModel { words[0] += " of \(shown(base))" }
            if let rank = adapter.rank { words.append("rank \(rank)") }
            if let alpha = adapter.alpha {
                words.append("alpha \(Int(exactly: alpha).map { "\($0)" } ?? "\(alpha)")")
            }
        } else if report.kind == .full, let configuration = report.configuration {
            if let type = configuration.modelType { words.append(shown(type)) }
            if let layers = configuration.layers { words.append(plural(layers, "layer")) }
            words.append(report.hasTokenizer ? "with a tokenizer" : "without a tokenizer")
        }
        if report.hasChatTemplate { words.append("with a chat template") }
        if !report.root.isEmpty { words.append("in \(shown(report.root))") }
        return "model    \(words.joined(separator: ", "))"
    }

    /// What was compared with the job's record, when there is one.
    private var jobLine: [String] {
        report.comparedWithJob.map { compared in
            ["job      compared: \(compared.isEmpty ? "nothing" : compared.joined(separator: ", "))"]
        } ?? []
    }

    /// A line for each file of weights, one for the rest, one for all.
    private var table: [String] {
        let weights = report.files.filter { $0.types != nil }
        let others = report.files.filter { $0.types == nil }
        var rows = weights.prefix(Self.filesShown).map { file in
            Row(DisplayText.visible(file.path), file.types ?? [], bytes: file.size)
        }
        if weights.count > Self.filesShown {
            let rest = weights.dropFirst(Self.filesShown)
            rows.append(Row("\(rest.count) more", [], bytes: rest.reduce(0) { $0.clampedSum($1.size) }))
        }
        if !others.isEmpty {
            let name = weights.isEmpty ? "file" : "other file"
            rows.append(
                Row(plural(others.count, name), [], bytes: others.reduce(0) { $0.clampedSum($1.size) }))
        }
        rows.append(Row("in all", report.types, bytes: report.bytes))
        return Row.lines(rows) + (report.hasSeenWeights || weights.isEmpty ? [] : ["weights  headers only"])
    }

    private func nextStep(_ failsAt: Severity?) -> String {
        if let explanation = findings.explanation { return explanation }
        let path = PythonText.quoted(report.root.isEmpty ? folder : "\(folder)/\(report.root)")
        switch report.kind {
        case .adapter:
            let base = report.adapter?.baseModel.map { shown($0) } ?? "its base model"
            return "load it on top of \(base): `PeftModel.from_pretrained(base, \(path))`"
        case .full: return "load it: `AutoModelForCausalLM.from_pretrained(\(path))`"
        case .neither: return "name the folder that holds the model"
        }
    }
}

extension ModelReport.Kind {
    fileprivate var title: String {
        switch self {
        case .adapter: "an adapter"
        case .full: "a full model"
        case .neither: "none"
        }
    }
}

/// A row of the table of files.
private struct Row {
    let cells: [String]

    init(_ name: String, _ types: [TypeTally], bytes: Int) {
        let tensors = types.reduce(0) { $0.clampedSum($1.tensors) }
        let parameters = types.reduce(0) { $0.clampedSum($1.parameters) }
        cells = [
            name, types.isEmpty ? "" : plural(tensors, "tensor"),
            types.isEmpty ? "" : "\(parameters.grouped) parameters",
            types.map(\.type.rawValue).joined(separator: " "), "\(bytes.grouped) bytes",
        ]
    }

    /// The rows as lines, columns that are empty everywhere left out; numbers stand at the right.
    static func lines(_ rows: [Row]) -> [String] {
        let columns = (0..<5).filter { column in rows.contains { !$0.cells[column].isEmpty } }
        let widths = columns.map { column in rows.map { $0.cells[column].count }.max() ?? 0 }
        return rows.enumerated().map { number, row in
            let cells = zip(columns, widths).map { column, width in
                let padding = String(repeating: " ", count: width - row.cells[column].count)
                return column == 0 || column == 3 ? row.cells[column] + padding : padding + row.cells[column]
            }
            return (number == 0 ? "files    " : "         ") + cells.joined(separator: "  ")
        }
    }
}
