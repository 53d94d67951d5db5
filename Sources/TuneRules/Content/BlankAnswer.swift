import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
import TuneText

/// TP102: an answer of white space only.
struct BlankAnswer: ExampleRule {
    static let description = RuleDescription(
        code: "TP102", name: "blank-answer", severity: .error, since: "0.1.0",
        summary: "the answer is nothing but white space",
        why: "the model learns to answer with nothing",
        accepted: [
            RuleExample("train.csv", "question,answer\nWhy?, Because \n"),
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":" Because\n"}"#),
        ],
        rejected: [
            RuleExample("train.csv", "question,answer\nWhy?,▸   \n"),
            RuleExample("train.csv", "question,answer\nWhy?,▸‹C2›‹A0›‹E2›‹80›‹8B›\n"),
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":▸" \n\u3000"}"#),
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        for message in example.messages where message.role == .assistant && !message.text.isEmpty {
            guard record.text(message.text).isBlank else { continue }
            report.add(at: .value(message.value, of: record)) {
                Wording(
                    "the answer is nothing but white space, \(plural(message.text.count, "byte")) of it",
                    help: "fill it in, or leave the row out: `tuneprep convert … --drop TP102`")
            }
        }
    }
}
