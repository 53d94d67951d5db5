import TuneFindings
import TuneRecords

/// TP022: the file ends inside a JSON value.
struct TruncatedJSON: RecordRule {
    static let description = RuleDescription(
        code: "TP022", name: "truncated-json", severity: .error, since: "0.1.0",
        summary: "the file ends inside a record",
        why: "the file was probably cut off on its way, and more may be missing than this record",
        accepted: [RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because"}"#)],
        rejected: [
            RuleExample(
                "train.jsonl",
                #"{"prompt":"Why?","completion":"Because"}"# + "\n" + #"{"prompt":"How?","completion":▸"S"#),
            RuleExample("train.json", #"[{"prompt":"Why?","completion":"Because"},▸{"prompt":"How?""#),
            RuleExample("train.json", #"[{"prompt":"Why?","completion":"Because"}▸"#),
        ])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects {
            guard case .truncatedJSON(let opened) = defect.kind else { continue }
            let isContainer = record.isRemainder
            report.add(at: Spot(defect), of: record) { wording(opened, ofAllRecords: isContainer) }
        }
    }

    private func wording(_ opened: UInt8, ofAllRecords: Bool) -> Wording {
        let part =
            switch opened {
            case UInt8(ascii: "\""): "text"
            case UInt8(ascii: "["): "list"
            default: "object"
            }
        return Wording(
            ofAllRecords
                ? "the file ends before the \(part) of all records is closed"
                : "the file ends inside the \(part) that opens here",
            help: "fetch or export the file again, and compare its size with the original's")
    }
}
