import TuneExamples
import TuneFindings
import TuneRecords
import TuneText

/// TP031: a value of another kind than the layout reads.
struct WrongType: ExampleRule {
    static let description = RuleDescription(
        code: "TP031", name: "wrong-type", severity: .error, since: "0.1.0",
        summary: "a value is of another kind than is read there",
        why: "the record cannot be read as an example; services refuse the file or learn JSON as text",
        accepted: [
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because"}"#),
            RuleExample("chat.jsonl", #"{"messages":[{"role":"assistant","content":"Hello"}]}"#),
        ],
        rejected: [
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":▸["Because"]}"#),
            RuleExample("chat.jsonl", #"{"messages":▸"Hello"}"#),
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        for defect in example.defects {
            guard case .wrongType(let field, let found, let wanted) = defect.kind else { continue }
            report.add(at: .value(defect.value, of: record)) { wording(field, found, wanted) }
        }
    }

    private func wording(_ field: String, _ found: RecordValue.Kind, _ wanted: String) -> Wording {
        Wording("\(shown(field)) is \(found.words), not \(wanted)", help: "write \(wanted) there")
    }
}
