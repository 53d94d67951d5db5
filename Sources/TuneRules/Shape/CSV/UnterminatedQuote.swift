import TuneBytes
import TuneFindings
import TuneRecords
import TuneText

/// TP004: a quote that is never closed.
struct UnterminatedQuote: RecordRule {
    static let description = RuleDescription(
        code: "TP004", name: "unterminated-quote", severity: .error, since: "0.1.0",
        summary: "a quote opens a field and is never closed",
        why: "the rest of the file becomes one field: its rows are lost, and the field is far too long",
        accepted: [RuleExample("train.csv", "question,answer\nWhy?,\"Because\nof that\"\n")],
        rejected: [
            RuleExample("train.csv", "question,answer\nWhy?,▸\"Because\nHow?,So\nWhen?,Now\n"),
            RuleExample("train.csv", "question,answer\nWhy?,▸\"Because\n"),
        ])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects {
            guard case .unterminatedQuote(let resume) = defect.kind else { continue }
            report.add(at: RecordRange(defect)) {
                wording(resume.map { lines(in: record.slice.bytes.span.extracting(defect.offset..<$0)) })
            }
        }
    }

    private func lines(in bytes: Span<UInt8>) -> Int {
        let ends = bytes.occurrences(of: 0x0A)
        return ends > 0 ? ends : bytes.occurrences(of: 0x0D)
    }

    private func wording(_ linesToResume: Int?) -> Wording {
        let message = "this quote is never closed, and the rest of the file was taken into its field"
        guard let linesToResume else {
            return Wording(message, help: "close it; a quote that belongs to the text is doubled: \"\"")
        }
        let lines = plural(linesToResume, "line")
        return Wording(
            message, help: "close it; reading could resume \(lines) further down, where a sound row begins")
    }
}
