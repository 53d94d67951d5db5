import TuneFindings
import TuneRecords
import TuneText

/// TP010: a column that is read has a namesake.
struct DuplicateColumn: FileRule {
    static let description = RuleDescription(
        code: "TP010", name: "duplicate-column", severity: .error, since: "0.1.0",
        summary: "a column that is read stands in the header twice",
        why: "readers rename or drop one of the two, each in its own way; the wrong one may be learned",
        accepted: [
            RuleExample("train.csv", "question,answer\nWhy?,Because\n"),
            RuleExample("train.csv", "question,answer,note,note\nWhy?,Because,a,b\n"),
        ],
        rejected: [RuleExample("train.csv", "question,answer,▸answer\nWhy?,Because,Therefore\n")])

    func check(_ file: FileFacts, _ report: inout FileReport) {
        for column in file.columnsRead {
            guard let position = column.position else { continue }
            for other in file.columns where other.name == column.name && other.position != position {
                report.add(wording(column.name, position + 1), at: other, of: file)
            }
        }
    }

    private func wording(_ name: String, _ number: Int) -> Wording {
        Wording(
            "a second column is named \(shown(name)); column \(number) is the one read",
            why: Self.description.why, help: "give one of the two another name in the header")
    }
}
