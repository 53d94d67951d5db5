import TuneExamples
import TuneFindings
import TuneRecords

/// TP101: an answer of no characters.
struct EmptyAnswer: ExampleRule {
    static let description = RuleDescription(
        code: "TP101", name: "empty-answer", severity: .error, since: "0.1.0",
        summary: "the answer is empty",
        why: "there is nothing to learn from the row; services refuse the file or silently skip the row",
        accepted: [
            RuleExample("train.csv", "question,answer\nWhy?,Because\n"),
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}"#),
        ],
        rejected: [
            RuleExample("train.csv", "question,answer\nWhy?,▸\n"),
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":▸""}"#),
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        for message in example.messages where message.role == .assistant && message.text.isEmpty {
            report.add(at: .value(message.value, of: record)) {
                Wording(
                    "the answer is empty",
                    help: "fill it in, or leave the row out: `tuneprep convert … --drop TP101`")
            }
        }
    }
}
