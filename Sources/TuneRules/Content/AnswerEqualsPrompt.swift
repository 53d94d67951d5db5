import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords

/// TP104: an answer that repeats the prompt.
struct AnswerEqualsPrompt: ExampleRule {
    static let description = RuleDescription(
        code: "TP104", name: "answer-equals-prompt", severity: .warning, since: "0.1.0",
        summary: "the answer is the prompt, byte for byte",
        why: "the model learns to repeat the question; mostly a column was exported twice",
        accepted: [RuleExample("train.csv", "question,answer\nWhy?,Why not?\n")],
        rejected: [
            RuleExample("train.csv", "question,answer\nWhy?,▸Why?\n"),
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":▸"Why?"}"#),
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        guard example.kind == .promptAnswer, let prompt = example.prompt, let answer = example.answer,
            prompt.text.count == answer.text.count, !answer.text.isEmpty,
            record.text(prompt.text).isEqual(to: record.text(answer.text))
        else { return }
        report.add(at: .value(answer.value, of: record)) {
            Wording(
                "the answer is the prompt, byte for byte",
                help: "write the answer, or leave the row out: `tuneprep convert … --drop TP104`")
        }
    }
}
