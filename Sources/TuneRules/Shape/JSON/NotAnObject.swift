import TuneFindings
import TuneRecords

/// TP026: a record that is a JSON value of another kind than an object.
struct NotAnObject: RecordRule {
    static let description = RuleDescription(
        code: "TP026", name: "not-an-object", severity: .error, since: "0.1.0",
        summary: "the record is a JSON value, but not an object",
        why: "without keys nobody can tell the prompt from the answer",
        accepted: [RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because"}"#)],
        rejected: [
            RuleExample(
                "train.jsonl", #"{"prompt":"Why?","completion":"Because"}"# + "\n" + #"▸["How?","So"]"#),
            RuleExample("train.json", #"[{"prompt":"Why?","completion":"Because"},▸"How?"]"#),
        ])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects {
            guard case .notAnObject(let kind) = defect.kind else { continue }
            report.add(at: RecordRange(defect)) { wording(kind) }
        }
    }

    private func wording(_ kind: RecordValue.Kind) -> Wording {
        Wording(
            "the record is \(kind.words), not an object",
            help: "write an object with keys: {\"prompt\": …, \"completion\": …}")
    }
}
