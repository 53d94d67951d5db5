import TuneFindings
import TuneRecords

/// TP601: a format the provider does not take.
struct FormatNotAccepted: FileRule {
    static let description = RuleDescription(
        code: "TP601", name: "format-not-accepted", severity: .error, since: "0.1.0",
        summary: "the provider takes another format",
        why: "the upload is refused, or the file is read as something it is not",
        accepted: [RuleExample("train.csv", "question,answer\nWhy?,Because\n")],
        rejected: [
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because"}"#),
            RuleExample("train.json", #"[{"prompt":"Why?","completion":"Because"}]"#),
        ])

    private let profile: Profile

    init(profile: Profile) {
        self.profile = profile
    }

    func check(_ file: FileFacts, _ report: inout FileReport) {
        guard !profile.formats.isEmpty, !profile.formats.contains(file.format.name) else { return }
        report.add(
            Wording(
                "\(profile.title) takes \(profile.formatWords), this file is \(name(of: file.format))",
                help: "`\(CommandToCSV.text(for: file))`"))
    }

    private func name(of format: RecordFormat) -> String {
        switch format {
        case .csv: "CSV"
        case .jsonLines: "JSON Lines"
        case .jsonArray: "a JSON list"
        case .jsonObject: "a JSON object"
        }
    }
}
