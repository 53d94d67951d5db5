public import TuneFindings
import TuneModels
public import TunePipeline
import TuneText

extension VerifyResult: Reported {
    private static let filesShown = 20

    /// The first findings of each rule.
    public var findingsShown: [Finding] { findings.kept }

    /// All that was found.
    public var tally: FindingTally? { findings }

    /// What is there: the model, its files, what was compared, the verdict and the next step.
    public func lines(in rendering: Rendering) -> [ReportLine] { lines(in: rendering, outcome: []) }

    /// The same, with the `outcome` of what was done with the folder before the next step.
    func lines(in rendering: Rendering, outcome: [ReportLine]) -> [ReportLine] {
        [modelLine] + table + jobLine + conciseLines(in: rendering) + outcome + [ReportLine("next", nextStep)]
    }

    /// The verdict.
    public func conciseLines(in rendering: Rendering) -> [ReportLine] {
        [ReportLine("result", findings.verdict(in: rendering))]
    }

    private var modelLine: ReportLine {
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
        return ReportLine("model", words.joined(separator: ", "))
    }

    /// What was compared with the job's record, when there is one.
    private var jobLine: [ReportLine] {
        report.comparedWithJob.map { compared in
            [
                ReportLine(
                    "job", "compared: \(compared.isEmpty ? "nothing" : compared.joined(separator: ", "))")
            ]
        } ?? []
    }

    /// A line for each file of weights, one for the rest, one for all.
    private var table: [ReportLine] {
        let weights = report.files.filter { $0.types != nil }
        let others = report.files.filter { $0.types == nil }
        var rows = weights.prefix(Self.filesShown).map { file in
            FileRow(DisplayText.visible(file.path), file.types ?? [], bytes: file.size)
        }
        if weights.count > Self.filesShown {
            let rest = weights.dropFirst(Self.filesShown)
            rows.append(FileRow("\(rest.count) more", [], bytes: rest.reduce(0) { $0.clampedSum($1.size) }))
        }
        if !others.isEmpty {
            let name = weights.isEmpty ? "file" : "other file"
            rows.append(
                FileRow(plural(others.count, name), [], bytes: others.reduce(0) { $0.clampedSum($1.size) }))
        }
        rows.append(FileRow("in all", report.types, bytes: report.bytes))
        return FileRow.lines(rows)
            + (report.hasSeenWeights || weights.isEmpty ? [] : [ReportLine("weights", "headers only")])
    }

    private var nextStep: String {
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
