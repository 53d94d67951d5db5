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

    private var prompts = SeenExamples()
    private var examples = SeenExamples()

    mutating func observe(_ example: Fingerprint) -> Wording? {
        guard example.role == .validation else {
            if example.hasPrompt { _ = prompts.note(example.prompt, in: example.record) }
            _ = examples.note(example.whole, in: example.record)
            return nil
        }
        if let record = examples.record(of: example.whole) {
            return Wording(
                "this prompt and answer stand in record \(record) of the training file",
                why: Self.description.why, help: help)
        }
        guard example.hasPrompt, let record = prompts.record(of: example.prompt) else { return nil }
        return Wording(
            "this prompt stands in record \(record) of the training file, with another answer",
            why: Self.description.why, help: help)
    }

    private var help: String { "leave it out of one of the two files" }
}
