import TuneFindings
import TuneText

/// TP404: fewer examples than a fine-tuning can be meant for.
struct TooFewExamples: FileRule {
    static let description = RuleDescription(
        code: "TP404", name: "too-few-examples", severity: .warning, since: "0.1.0",
        summary: "the training file has hardly any examples",
        why: "a few examples are learned by heart; mostly the wrong file, or a part of it, was chosen",
        accepted: [
            RuleExample(
                "train.csv",
                "question,answer\n" + (1...10).map { "\($0) and 1?,\($0 + 1)\n" }.joined())
        ],
        rejected: [
            RuleExample("train.csv", "question,answer\nWhy?,Because\n"),
            RuleExample("train.csv", "question,answer\n"),
        ])

    private let fewest: Int

    init(profile: Profile) {
        fewest = profile.fewestExamples
    }

    func check(_ file: FileFacts, _ report: inout FileReport) {
        guard file.role == .training, file.examples < fewest else { return }
        report.add(wording(file.examples))
    }

    private func wording(_ count: Int) -> Wording {
        Wording(
            count == 0
                ? "the file has no examples at all"
                : "the file has only \(plural(count, "example")), fewer than \(fewest.grouped)",
            help: "add rows; most services refuse so few, and fifty are where tuning begins to show")
    }
}
