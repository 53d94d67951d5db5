import TuneExamples
import TuneFindings
import TuneRecords
import TuneText

/// TP033: a PubMedQA decision that is neither yes, no nor maybe. Judged when the decision belongs to the
/// answer.
struct UnknownDecision: ExampleRule {
    static let description = RuleDescription(
        code: "TP033", name: "unknown-decision", severity: .error, since: "0.1.0",
        summary: "a PubMedQA decision is neither yes, no nor maybe",
        why: "the model would learn an answer that the task does not have and the score counts as wrong",
        accepted: [
            RuleExample(
                "pubmedqa.jsonl",
                #"{"question":"Does it?","context":["It did."],"long_answer":"It does.","final_decision":"yes"}"#
            )
        ],
        rejected: [
            RuleExample(
                "pubmedqa.jsonl",
                #"{"question":"Does it?","context":["It did."],"long_answer":"It does.","final_decision":▸"perhaps"}"#,
                answerFrom: "decision")
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        for defect in example.defects {
            guard case .unknownDecision(let word) = defect.kind else { continue }
            report.add(at: .value(defect.value, of: record)) {
                Wording(
                    "the decision \(shown(word)) is neither yes, no nor maybe",
                    help: "write yes, no or maybe in lower case; or use `--answer-from long`")
            }
        }
    }
}
