import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
import TuneText

/// TP032: a number or boolean where text is meant.
struct NotText: ExampleRule {
    static let description = RuleDescription(
        code: "TP032", name: "not-text", severity: .warning, since: "0.1.0",
        summary: "a number or boolean stands where text is meant; its spelling is used",
        why: "readers spell such values in their own ways: 1e5 becomes 100000.0, true becomes True",
        accepted: [RuleExample("train.jsonl", #"{"prompt":"6 times 7?","completion":"42"}"#)],
        rejected: [
            RuleExample("train.jsonl", #"{"prompt":"6 times 7?","completion":▸42}"#),
            RuleExample("train.json", #"[{"prompt":"Is 7 prime?","completion":▸true}]"#),
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        for defect in example.defects {
            guard case .notText(let field, let kind) = defect.kind, let index = defect.value else { continue }
            report.add(at: .value(index, of: record)) {
                wording(field, kind, record.text(record.values[index].text).text)
            }
        }
    }

    private func wording(_ field: String, _ kind: RecordValue.Kind, _ spelling: String) -> Wording {
        let what = kind == .boolean ? "a boolean" : kind.words
        return Wording(
            "\(shown(field)) is \(what), not text; its spelling \(shown(spelling)) is used",
            why: Self.description.why, help: "put it in double quotes")
    }
}
