import TuneFindings
import TuneRecords
import TuneText

/// TP020: text that is not JSON.
struct InvalidJSON: RecordRule {
    private static let sound = #"{"prompt":"How?","completion":"So"}"#

    static let description = RuleDescription(
        code: "TP020", name: "invalid-json", severity: .error, since: "0.1.0",
        summary: "the record is not JSON (RFC 8259)",
        why: "strict readers refuse the file, lenient ones guess; the record cannot be used",
        accepted: [
            RuleExample("train.jsonl", sound + "\n" + #"{"prompt":"Why?","completion":"Because"}"#),
            RuleExample("train.json", "[\(sound)]"),
        ],
        rejected: [
            RuleExample("train.jsonl", sound + "\n" + #"{"prompt":"Why?","completion":"Because"▸,}"#),
            RuleExample("train.jsonl", sound + "\n" + #"{▸'prompt':'Why?','completion':'Because'}"#),
            RuleExample("train.jsonl", sound + "\n" + #"{"prompt":"Why?","completion":▸None}"#),
            RuleExample("train.jsonl", sound + "\n" + #"{"prompt":"Why?","completion":▸007}"#),
            RuleExample("train.jsonl", sound + "\n" + #"{"prompt":"Why?","completion":"C:▸\dir"}"#),
            RuleExample("train.jsonl", sound + "\n" + #"{"prompt":"Why?" ▸"completion":"Because"}"#),
            RuleExample("train.jsonl", sound + "\n" + #"{"prompt" ▸"Why?","completion":"Because"}"#),
            RuleExample("train.json", "[\(sound),\n" + #" {▸prompt:"Why?","completion":"Because"}]"#),
            RuleExample("train.json", "[\(sound),\n" + #" {"prompt":"Why?","completion":▸}]"#),
        ])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects {
            guard case .invalidJSON(let fault) = defect.kind else { continue }
            report.add(at: RecordRange(defect)) {
                wording(fault, found(at: defect.offset, in: record))
            }
        }
    }

    /// What stands at `offset`, to be named after "expected …".
    private func found(at offset: Int, in record: borrowing Record) -> String {
        let bytes = record.slice.bytes
        guard offset < min(record.end, bytes.count) else { return "but the record ends" }
        let byte = bytes[offset]
        guard (0x21...0x7E).contains(byte) else { return "found something else" }
        return "found `\(Character(Unicode.Scalar(byte)))`"
    }

    private func wording(_ fault: JSONDefect, _ found: String) -> Wording {
        switch fault {
        case .valueExpected:
            Wording("expected a value, \(found)", help: "write a value, or `null` where there is none")
        case .keyExpected:
            Wording(
                "expected a key in double quotes, \(found)", help: "put the key in double quotes: \"key\"")
        case .colonExpected:
            Wording("expected a colon behind the key, \(found)", help: "write \"key\": value")
        case .commaExpected:
            Wording(
                "expected a comma or the end of the list or object, \(found)",
                help: "add the comma or bracket, or escape the quote inside the text: \\\""
            )
        case .trailingComma:
            Wording("a comma before the end of the list or object", help: "remove the comma")
        case .singleQuote:
            Wording(
                "a single quote; JSON puts texts in double quotes",
                help: "write the file with a JSON library: in Python `json.dumps(row)`, not `str(row)`")
        case .bareWord(let word):
            bareWord(word)
        case .badNumber:
            Wording(
                "a number that JSON cannot spell",
                help: "write it as 7, -7, 0.7 or 7e5; a text such as \"007\" in double quotes")
        case .badEscape:
            Wording(
                "a backslash before a character that cannot be escaped",
                help: "double the backslash: \\\\")
        }
    }

    private func bareWord(_ word: String) -> Wording {
        let message = "\(shown(word)) is not a JSON value"
        switch word.lowercased() {
        case "nan", "infinity", "inf":
            return Wording(message, help: "write `null`, or leave the row out; JSON has no such number")
        case "none", "nil", "undefined", "na":
            return Wording(message, help: "write `null`; in Python `json.dumps(row)` does")
        case "true", "false", "null":
            return Wording(message, help: "write `\(word.lowercased())`, in lower case")
        default:
            return Wording(message, help: "put the text in double quotes")
        }
    }
}
