import TuneFindings
import TuneRecords
import TuneText

/// TP002: more fields than the header names.
struct TooManyFields: RecordRule {
    static let description = RuleDescription(
        code: "TP002", name: "too-many-fields", severity: .error, since: "0.1.0",
        summary: "the row has more fields than the header",
        why: "some readers shift the columns, so that the prompt becomes the answer; others drop the row",
        accepted: [RuleExample("train.csv", "question,answer\nWhy?,\"Because, simply\"\n")],
        rejected: [
            RuleExample("train.csv", "question,answer\nWhy?,Because,▸ simply\n"),
            RuleExample("train.csv", "question,answer\nWhy?,Because,▸\n"),
            RuleExample("train.csv", "question,answer\nWhy?,“Because,▸ simply”\n"),
        ])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects {
            guard case .tooManyFields(let found, let expected, let smartQuotes) = defect.kind else {
                continue
            }
            report.add(at: RecordRange(defect)) {
                let isEmpty = defect.offset == defect.end && found == expected + 1
                let delimiter = defect.offset > 0 ? record.slice.bytes[defect.offset - 1] : 0x2C
                return Wording(
                    message(found, expected, isEmpty ? delimiter : nil),
                    why: Self.description.why, help: help(smartQuotes, isEmpty, delimiter))
            }
        }
    }

    private func message(_ found: Int, _ expected: Int, _ trailing: UInt8?) -> String {
        let message = "found \(plural(found, "field")), the header has \(expected)"
        return message + (trailing.map { "; the last one is empty: a trailing \(name(of: $0))" } ?? "")
    }

    private func help(_ smartQuotes: Bool, _ isEmpty: Bool, _ delimiter: UInt8) -> String {
        if smartQuotes { return "replace the typographic quotes “ and ” around the field by \"" }
        let name = name(of: delimiter)
        if isEmpty { return "remove the \(name) at the end of the row" }
        return "put the field that holds a \(name) in quotes: \"…\(Character(Unicode.Scalar(delimiter)))…\""
    }

    private func name(of delimiter: UInt8) -> String {
        switch delimiter {
        case UInt8(ascii: ";"): "semicolon"
        case UInt8(ascii: "\t"): "tab"
        case UInt8(ascii: "|"): "bar"
        default: "comma"
        }
    }
}
