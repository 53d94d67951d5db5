import TuneFindings
import TuneRecords
import TuneText

/// TP027: lists or objects nested deeper than is read.
struct NestedTooDeep: RecordRule {
    private static let sound = #"{"prompt":"Why?","completion":"Because"}"# + "\n"

    static let description = RuleDescription(
        code: "TP027", name: "nested-too-deep", severity: .error, since: "0.1.0",
        summary: "lists or objects are nested deeper than is read",
        why: "readers refuse such a record, some of them by crashing; training data is never that deep",
        accepted: [
            RuleExample("train.jsonl", sound + #"{"prompt":"Why?","completion":"Because","tags":[[["a"]]]}"#)
        ],
        rejected: [
            RuleExample(
                "train.jsonl",
                sound + #"{"prompt":"Why?","completion":"Because","tags":"#
                    + String(repeating: "[", count: 511)
                    + "▸[" + String(repeating: "]", count: 512) + "}")
        ])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects {
            guard case .nestedTooDeep(let limit) = defect.kind else { continue }
            report.add(at: RecordRange(defect)) {
                Wording(
                    "lists and objects are nested deeper than \(limit.grouped) levels",
                    help: "leave the nested data out of the file")
            }
        }
    }
}
