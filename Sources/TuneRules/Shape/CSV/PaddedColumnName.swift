import TuneFindings
import TuneRecords
import TuneText

/// TP011: white space around a column's name.
struct PaddedColumnName: FileRule {
    static let description = RuleDescription(
        code: "TP011", name: "padded-column-name", severity: .advice, since: "0.1.0",
        summary: "a column's name has white space around it",
        why: "a service that is told the name without the space does not find the column",
        accepted: [RuleExample("train.csv", "question,answer\nWhy?,Because\n")],
        rejected: [RuleExample("train.csv", "question,▸ answer\nWhy?,Because\n")])

    func check(_ file: FileFacts, _ report: inout FileReport) {
        for column in file.columns where column.position != nil {
            let isPadded = column.name.first?.isWhitespace == true || column.name.last?.isWhitespace == true
            if isPadded { report.add(wording(column.name), at: column, of: file) }
        }
    }

    private func wording(_ name: String) -> Wording {
        Wording(
            "the column name \(shown(name)) has white space around it", why: Self.description.why,
            help: "remove it from the header")
    }
}
