import TuneFindings
import TuneRecords

/// TP025: a control character in a JSON string that is not escaped.
struct ControlCharacterInString: RecordRule {
    static let description = RuleDescription(
        code: "TP025", name: "control-character-in-string", severity: .error, since: "0.1.0",
        summary: "a control character or line end stands in a JSON text without an escape",
        why: "JSON allows none; readers refuse the row, or the file",
        accepted: [RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because\nof that"}"#)],
        rejected: [
            RuleExample(
                "train.jsonl",
                #"{"prompt":"How?","completion":"So"}"# + "\n" + #"{"prompt":"Why?","completion":"Because▸"#
                    + "\n" + #"of that"}"#),
            RuleExample(
                "train.jsonl",
                #"{"prompt":"How?","completion":"So"}"# + "\n" + #"{"prompt":"Why?","completion":"a▸‹09›b"}"#),
            RuleExample(
                "train.json",
                #"[{"prompt":"How?","completion":"So"},{"prompt":"Why?","completion":"Because▸"# + "\n"
                    + #"of that"}]"#),
        ])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects {
            guard case .controlCharacter(let byte) = defect.kind else { continue }
            let takesLines = defect.offset >= record.end
            report.add(at: RecordRange(defect)) { wording(byte, takesLines: takesLines) }
        }
    }

    private func wording(_ byte: UInt8, takesLines: Bool) -> Wording {
        if byte == 0x0A {
            let message = "a line end inside a text"
            return Wording(
                takesLines ? "\(message); the lines up to the next object were taken along" : message,
                help: "escape it as \\n")
        }
        let digits = String(byte, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: 4 - digits.count) + digits
        return Wording(
            "the control character U+\(code) inside a text",
            help: "escape it as \(byte == 0x09 ? "\\t" : byte == 0x0D ? "\\r" : "\\u\(code)"), or remove it",
            note: "U+\(code)")
    }
}
