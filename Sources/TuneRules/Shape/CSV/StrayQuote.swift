import TuneFindings
import TuneRecords

/// TP005: a quote inside a field that does not begin with one.
struct StrayQuote: RecordRule {
    static let description = RuleDescription(
        code: "TP005", name: "stray-quote", severity: .error, since: "0.1.0",
        summary: "a quote stands inside a field that does not begin with one",
        why: "some readers keep the quote, others refuse the file or lose step and swallow rows",
        accepted: [RuleExample("train.csv", "question,answer\nHow wide?,\"12\"\" across\"\n")],
        rejected: [
            RuleExample("train.csv", "question,answer\nHow wide?,12▸\" across\n"),
            RuleExample("train.csv", "question,answer\nHow wide?, ▸\"12 across\"\n"),
        ])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects {
            guard case .strayQuote(let afterSpaces) = defect.kind else { continue }
            report.add(at: RecordRange(defect)) { wording(afterSpaces) }
        }
    }

    private func wording(_ afterSpaces: Bool) -> Wording {
        if afterSpaces {
            return Wording(
                "the field begins with a space, so the quote behind it opens nothing",
                help: "remove the space before the quote", note: "space before the quote")
        }
        return Wording(
            "a quote inside a field that does not begin with one",
            help: "put the field in quotes and double the one inside: \"12\"\" disk\"")
    }
}
