import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords

/// TP103: a prompt of nothing, or of white space only.
struct EmptyPrompt: ExampleRule {
    static let description = RuleDescription(
        code: "TP103", name: "empty-prompt", severity: .warning, since: "0.1.0",
        summary: "the prompt is empty or nothing but white space",
        why: "the model learns to give the answer whatever it is asked",
        accepted: [
            RuleExample("train.csv", "question,answer\nWhy?,Because\n"),
            RuleExample("train.csv", "answer\nBecause\n"),
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}"#),
        ],
        rejected: [
            RuleExample("train.csv", "question,answer\n▸,Because\n"),
            RuleExample("train.jsonl", #"{"prompt":▸" ","completion":"Because"}"#),
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"user","content":▸""},{"role":"assistant","content":"Hello"}]}"#),
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        for place in example.messages.indices where example.messages[place].role == .user {
            let message = example.messages[place]
            guard record.text(message.text).isBlank else { continue }
            report.add(at: .value(message.value, of: record)) {
                let title = example.title(ofMessageAt: place, in: record)
                return Wording(
                    message.text.isEmpty ? "\(title) is empty" : "\(title) is nothing but white space",
                    help: "fill it in, or leave the row out: `tuneprep convert … --drop TP103`")
            }
        }
    }
}
