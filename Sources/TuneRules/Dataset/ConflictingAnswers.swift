import TuneFindings

/// TP402: a prompt that stood before, with another answer.
struct ConflictingAnswers: DatasetRule {
    static let description = RuleDescription(
        code: "TP402", name: "conflicting-answers", severity: .warning, since: "0.1.0",
        summary: "the same prompt stood before with another answer",
        why: "the model learns both answers and is sure of neither",
        accepted: [
            RuleExample("train.csv", "question,answer\nWhy?,Because\nWhy?,Because\nHow?,Because\n"),
            RuleExample("train.csv", "question,answer\n,Because\n,So\n"),
        ],
        rejected: [
            RuleExample("train.csv", "question,answer\nWhy?,Because\n▸Why?,Because of that\n"),
            RuleExample(
                "train.jsonl",
                #"{"prompt":"Why?","completion":"Because"}"# + "\n" + #"▸{"prompt":"Why?","completion":""}"#),
        ])

    func judge(_ example: Fingerprint, _ earlier: EarlierMatches) -> Wording? {
        guard example.role == .training, example.hasPrompt, earlier.whole == nil, let first = earlier.prompt
        else {
            return nil
        }
        return Wording(
            "the same prompt stands in \(first.words), with another answer", why: Self.description.why,
            help: "keep one of the answers, or say in the prompt what tells them apart")
    }
}
