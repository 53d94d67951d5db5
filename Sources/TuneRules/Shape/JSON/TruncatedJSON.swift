import TuneBytes
import TuneFindings
import TuneRecords

/// TP022: the file, or a line of JSON Lines, ends inside a JSON value.
struct TruncatedJSON: RecordRule {
    static let description = RuleDescription(
        code: "TP022", name: "truncated-json", severity: .error, since: "0.1.0",
        summary: "the file or the line ends inside a record",
        why:
            "the record was probably cut off on its way; at the end of a file more may be missing than that record",
        accepted: [RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because"}"#)],
        rejected: [
            RuleExample(
                "train.jsonl",
                #"{"prompt":"Why?","completion":"Because"}"# + "\n" + #"{"prompt":"How?","completion":▸"S"#),
            RuleExample(
                "train.jsonl",
                #"{"prompt":"Why?","completion":▸"Because"# + "\n" + #"{"prompt":"How?","completion":"So"}"#),
            RuleExample("train.json", #"[{"prompt":"Why?","completion":"Because"},▸{"prompt":"How?""#),
            RuleExample("train.json", #"[{"prompt":"Why?","completion":"Because"}▸"#),
        ])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects {
            guard case .truncatedJSON(let opened) = defect.kind else { continue }
            let isContainer = record.isRemainder
            let isLast = endsFile(record)
            report.add(at: RecordRange(defect)) {
                wording(opened, ofAllRecords: isContainer, isLast)
            }
        }
    }

    private func endsFile(_ record: borrowing Record) -> Bool {
        let bytes = record.slice.bytes.span
        return record.slice.endsFile && bytes.extracting(record.end..<bytes.count).isBlank
    }

    private func wording(_ opened: UInt8, ofAllRecords: Bool, _ isLast: Bool) -> Wording {
        let part =
            switch opened {
            case UInt8(ascii: "\""): "text"
            case UInt8(ascii: "["): "list"
            default: "object"
            }
        if ofAllRecords {
            return Wording("the file ends before the \(part) of all records is closed", help: Self.fetchAgain)
        }
        return isLast
            ? Wording("the file ends inside the \(part) that opens here", help: Self.fetchAgain)
            : Wording(
                "the line ends inside the \(part) that opens here", help: "close it, or remove the line")
    }

    private static let fetchAgain = "fetch or export the file again, and compare its size with the original's"
}
