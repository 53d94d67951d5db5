import TuneFindings
import TuneText

/// TP301: an example longer than the model reads, of whose answer something is left.
struct OverContext: LengthRule {
    static let description = RuleDescription(
        code: "TP301", name: "over-context", severity: .error, since: "0.1.0",
        summary: "the example has more tokens than the model reads",
        why: "the tail is cut off before training, and what stands there is never learned",
        accepted: [RuleExample("train.csv", "question,answer\nWhy?,Because\n", context: 8)],
        rejected: [
            RuleExample(
                "train.csv",
                "question,answer\n▸Why?,Because the river that runs through the valley floods in spring\n",
                context: 8)
        ])

    func judge(_ loss: ContextLoss, of tokens: borrowing ExampleTokens) -> Wording? {
        guard !loss.losesAllAnswers else { return nil }
        let (total, limit, isExact) = (tokens.total, tokens.context, tokens.isExact)
        return Wording(
            "this example has \(isExact ? "" : "about ")\(total.grouped) tokens, the model reads"
                + " \(limit.grouped)",
            why: loss.answerTokens > 0
                ? "the tail is cut off before training, and a part of the answer with it"
                : "the tail is cut off before training: the tokens that end the answer, by which a model learns to stop",
            help: "shorten the prompt, or leave the row out: `tuneprep convert … --drop TP301`",
            note: note(loss))
    }

    private func note(_ loss: ContextLoss) -> String {
        let over = "\(plural(loss.tokens, "token")) over"
        if loss.answerTokens == 0 { return "\(over); the chat template's last ones are cut off" }
        if loss.answerTokens == loss.tokens { return "\(over); all of them are in the answer" }
        return "\(over); \(loss.answerTokens.grouped) of them are in the answer"
    }
}
