import TuneFindings

/// TP403: a validation example that stands in the training file. Training files come before validation files.
struct LeakedValidation: DatasetRule {
    static let description = RuleDescription(
        code: "TP403", name: "leaked-validation", severity: .warning, since: "0.1.0",
        summary: "an example of the validation file, or its prompt, stands in the training file",
        why: "the validation loss then measures what was learned by heart, and looks too good",
        accepted: [
            RuleExample(
                "train.csv", "question,answer\nWhy?,Because\n", validation: "question,answer\nHow?,Because\n")
        ],
        rejected: [
            RuleExample(
                "train.csv", "question,answer\nWhy?,Because\nHow?,So\n",
                validation: "question,answer\n▸How?,So\n"),
            RuleExample(
                "train.csv", "question,answer\nWhy?,Because\n",
                validation: "question,answer\n▸Why?,Because of that\n"),
        ])

    func judge(_ example: Fingerprint, _ earlier: EarlierMatches) -> Wording? {
        guard example.role == .validation else { return nil }
        if let first = earlier.whole {
            return Wording(
                "this prompt and answer stand in \(first.words)", why: Self.description.why, help: help)
        }
        guard example.hasPrompt, let first = earlier.prompt else { return nil }
        return Wording(
            "this prompt stands in \(first.words), with another answer", why: Self.description.why, help: help
        )
    }

    private var help: String { "leave it out of one of the two files" }
}
