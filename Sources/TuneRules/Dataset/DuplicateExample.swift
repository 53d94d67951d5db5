import TuneFindings

/// TP401: an example that stood before, word for word. ``ExampleIndex`` knows which did; ``DatasetJudge`` asks it for each
/// example and hands the answer to the rules.
struct DuplicateExample: DatasetRule {
    static let description = RuleDescription(
        code: "TP401", name: "duplicate-example", severity: .warning, since: "0.1.0",
        summary: "the same prompt and answer stood before",
        why: "repeated rows weigh more than others and are learned by heart",
        accepted: [RuleExample("train.csv", "question,answer\nWhy?,Because\nHow?,Because\n")],
        rejected: [RuleExample("train.csv", "question,answer\nWhy?,Because\n▸Why?,Because\n")])

    func judge(_ example: Fingerprint, _ earlier: EarlierMatches) -> Wording? {
        guard example.role == .training, let first = earlier.whole else { return nil }
        return Wording(
            "the same prompt and answer stand in \(first.words)",
            help: "leave the repetitions out: `tuneprep convert … --drop TP401`")
    }
}
