import TuneFindings
import TuneRecords

/// TP007: U+0000 in a CSV row.
struct NULCharacter: RecordRule {
    static let description = RuleDescription(
        code: "TP007", name: "nul-character", severity: .warning, since: "0.1.0",
        summary: "the row holds the character U+0000",
        why: "programs written in C end the text there; it is mostly a trace of binary data or of UTF-16",
        accepted: [RuleExample("train.csv", "question,answer\nWhy?,Because\n")],
        rejected: [RuleExample("train.csv", "question,answer\nWhy?,Be▸‹00›cause\n")])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects where defect.kind == .nul {
            report.add(at: RecordRange(defect)) {
                Wording(
                    "the row holds a NUL character (U+0000)",
                    why: Self.description.why,
                    help: "remove it: `tr -d '\\000' < FILE > CLEAN`; for UTF-16 add `--encoding utf-16le`",
                    note: "U+0000")
            }
        }
    }
}
