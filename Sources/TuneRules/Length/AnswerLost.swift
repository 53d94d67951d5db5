import TuneFindings
import TuneText

/// TP302: an example so long that nothing of its answer is read.
struct AnswerLost: LengthRule {
    static let description = RuleDescription(
        code: "TP302", name: "answer-lost", severity: .error, since: "0.1.0",
        summary: "the prompt fills what the model reads, and nothing is left of the answer",
        why: "the tail is cut off before training; nothing can be learned from the row, and it is paid for",
        accepted: [
            RuleExample("train.csv", "question,answer\nWhy?,Because\n", context: 8),
            RuleExample(
                "train.csv",
                "question,answer\nWhy?,Because the river that runs through the valley floods in spring\n",
                context: 8),
        ],
        rejected: [
            RuleExample(
                "train.csv",
                "question,answer\n▸Why does the river that runs through the valley flood in spring?,Snow\n",
                context: 8),
            RuleExample(
                "chat.jsonl",
                #"▸{"messages":[{"role":"user","content":"Why does the river that runs through the valley flood?"},"#
                    + #"{"role":"assistant","content":"Snow"}]}"#, context: 8),
        ])

    func judge(_ loss: ContextLoss, of tokens: borrowing ExampleTokens) -> Wording? {
        guard loss.losesAllAnswers, loss.answerTokens > 0 else { return nil }
        let (total, limit, isExact) = (tokens.total, tokens.context, tokens.isExact)
        return Wording(
            "nothing is left of the answer: this example has \(isExact ? "" : "about ")\(total.grouped) tokens,"
                + " the model reads \(limit.grouped)",
            why: Self.description.why,
            help: "shorten the prompt, or leave the row out: `tuneprep convert … --drop TP302`",
            note: note(loss))
    }

    private func note(_ loss: ContextLoss) -> String {
        let over = "\(plural(loss.tokens, "token")) over"
        return "\(over); the answer is lost with its \(plural(loss.answerTokens, "token"))"
    }
}
