import TuneBytes
import TuneFindings
import TuneRecords
import TuneText

/// TP006: text between a closing quote and the field's end.
struct TextAfterQuote: RecordRule {
    static let description = RuleDescription(
        code: "TP006", name: "text-after-quote", severity: .error, since: "0.1.0",
        summary: "text follows the quote that closes a field",
        why: "a quote in the text was not doubled; readers drop quotes, cut the field or refuse the file",
        accepted: [RuleExample("train.csv", "question,answer\nWhat?,\"He said \"\"hi\"\" to me\"\n")],
        rejected: [
            RuleExample("train.csv", "question,answer\nWhat?,\"He said \"▸hi\" to me\"\n"),
            RuleExample("train.csv", "question,answer\nWhat?,\"He said \\\"▸hi\\\" to me\"\n"),
        ])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects {
            guard case .textAfterQuote(let opened, let backslash) = defect.kind else { continue }
            report.add(at: RecordRange(defect)) {
                let field = record.slice.bytes.span.extracting(opened..<defect.offset)
                return wording(distance(field), backslash)
            }
        }
    }

    private func distance(_ field: Span<UInt8>) -> String {
        let lines = field.occurrences(of: 0x0A)
        return lines > 0 ? plural(lines, "line") : plural(field.count, "byte")
    }

    private func wording(_ distance: String, _ backslash: Bool) -> Wording {
        Wording(
            "text behind the quote that closes the field that opened \(distance) before",
            help: backslash
                ? "this looks like backslash escapes; CSV doubles quotes: replace \\\" by \"\""
                : "double the quotes inside the field: \"\"")
    }
}
