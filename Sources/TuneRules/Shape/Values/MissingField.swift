import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
import TuneText

/// TP030: a key that the layout reads is not there.
struct MissingField: ExampleRule {
    static let description = RuleDescription(
        code: "TP030", name: "missing-field", severity: .error, since: "0.1.0",
        summary: "a key that is needed is not there, or its value is null",
        why: "without it the record is no example; services skip the row or refuse the file",
        accepted: [
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because"}"#),
            RuleExample("chat.jsonl", #"{"messages":[{"role":"assistant","content":"Hello"}]}"#),
        ],
        rejected: [
            RuleExample(
                "train.jsonl",
                #"{"prompt":"Why?","completion":"Because"}"# + "\n" + #"▸{"prompt":"?","Completion":"So"}"#),
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":▸null}"#),
            RuleExample("chat.jsonl", #"{"messages":[{"role":"user","content":"Hi"},▸{"content":"Hello"}]}"#),
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        for defect in example.defects {
            if case .blank(let field) = defect.kind {
                report.add(at: .value(defect.value, of: record)) {
                    Wording("\(shown(field)) is blank", help: "write its text, or leave the record out")
                }
            }
            guard case .missing(let field) = defect.kind else { continue }
            report.add(at: .value(defect.value, of: record)) {
                if let index = defect.value, record.values[index].kind == .null {
                    return Wording("\(shown(field)) is null", help: "write its text, or leave the record out")
                }
                return wording(field, keys: keys(of: defect.value ?? 0, in: record))
            }
        }
    }

    private func keys(of parent: Int, in record: borrowing Record) -> [String] {
        guard !record.hasFields, parent < record.values.count, record.values[parent].kind == .object else {
            return []
        }
        var keys: [String] = []
        for index in record.children(of: parent) { keys.append(record.text(record.key(of: index)).text) }
        return keys
    }

    private func wording(_ field: String, keys: [String]) -> Wording {
        let near = NearMisses.of(field, in: keys.filter { $0 != field })
        let help =
            near.first.map { "rename \(shown($0)) to \(shown(field))" } ?? "add it, or leave the record out"
        return Wording("\(shown(field)) is missing", help: help)
    }
}
