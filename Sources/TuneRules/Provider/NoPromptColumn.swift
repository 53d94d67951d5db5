import TuneFindings
import TuneRecords
import TuneText

/// TP604: a file of answers without prompts.
struct NoPromptColumn: FileRule {
    static let description = RuleDescription(
        code: "TP604", name: "no-prompt-column", severity: .warning, since: "0.1.0",
        summary: "the file has no prompt column",
        why: "the model learns to write such texts, not to answer; Nscale's guides disagree about it",
        accepted: [RuleExample("train.csv", "question,answer\nWhy?,Because\n")],
        rejected: [RuleExample("train.csv", "answer\nBecause\n")])

    private let profile: Profile

    init(profile: Profile) {
        self.profile = profile
    }

    func check(_ file: FileFacts, _ report: inout FileReport) {
        guard profile == .nscale, !file.hasPrompt else { return }
        let names = file.columnsRead.map { shown($0.name) }.joined(separator: ", ")
        report.add(
            Wording(
                "no column is read as the prompt, only \(names) as the answer",
                why: Self.description.why, help: "name the prompt's column: `--prompt COLUMN`"))
    }
}
