import TuneFindings
import TuneRecords
import TuneText

/// TP003: fewer fields than the header names.
struct TooFewFields: RecordRule {
    static let description = RuleDescription(
        code: "TP003", name: "too-few-fields", severity: .error, since: "0.1.0",
        summary: "the row has fewer fields than the header",
        why: "readers fill the missing fields with nothing, so that the model learns empty answers",
        accepted: [RuleExample("train.csv", "question,answer\nWhy?,Because\n")],
        rejected: [
            RuleExample("train.csv", "question,answer\nWhy?▸\nHow?,So\n"),
            RuleExample("train.csv", "id,question,answer\n1,Why?▸\n2,How?,So\n"),
        ])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects {
            guard case .tooFewFields(let found, let expected) = defect.kind else { continue }
            report.add(at: RecordRange(defect)) { wording(found, expected) }
        }
    }

    private func wording(_ found: Int, _ expected: Int) -> Wording {
        Wording(
            "found \(plural(found, "field")), the header has \(expected)",
            help: "add what is missing; if the text goes on in the next line, put the field in quotes: \"…\"",
            note: "the row ends here")
    }
}
