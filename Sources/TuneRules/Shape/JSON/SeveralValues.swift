import TuneFindings
import TuneRecords

/// TP021: more behind the object that should stand alone on its line, or behind the end of the records.
struct SeveralValues: RecordRule {
    static let description = RuleDescription(
        code: "TP021", name: "several-values", severity: .error, since: "0.1.0",
        summary: "something follows the object on its line, or the end of the records",
        why: "JSON Lines wants one object per line; readers drop what follows, or refuse the file",
        accepted: [
            RuleExample(
                "train.jsonl",
                #"{"prompt":"Why?","completion":"Because"}"# + "\n" + #"{"prompt":"How?","completion":"So"}"#)
        ],
        rejected: [
            RuleExample(
                "train.jsonl",
                #"{"prompt":"Why?","completion":"Because"}▸{"prompt":"How?","completion":"So"}"#),
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because"}▸,"#),
            RuleExample("train.json", #"[{"prompt":"Why?","completion":"Because"}]▸[]"#),
        ])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects where defect.kind == .severalValues {
            report.add(at: RecordRange(defect)) {
                if record.isRemainder { return wordingBehindAll }
                return wording(isComma: record.slice.bytes[defect.offset] == UInt8(ascii: ","))
            }
        }
    }

    private var wordingBehindAll: Wording {
        Wording(
            "something follows the bracket that closes the records",
            help: "remove it; several JSON documents become one file with `jq -c '.[]' FILE > LINES.jsonl`")
    }

    private func wording(isComma: Bool) -> Wording {
        if isComma {
            return Wording(
                "a comma behind the object; in JSON Lines the line end separates objects",
                help: "remove the commas at the line ends")
        }
        return Wording(
            "something follows the object on its line",
            help: "put each object on a line of its own: `jq -c . FILE > LINES.jsonl`")
    }
}
