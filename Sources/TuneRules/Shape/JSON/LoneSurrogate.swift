import TuneBytes
import TuneFindings
import TuneRecords
import TuneText

/// TP024: an escape for half of a character.
struct LoneSurrogate: RecordRule {
    static let description = RuleDescription(
        code: "TP024", name: "lone-surrogate", severity: .error, since: "0.1.0",
        summary: "an escape stands for half of a surrogate pair",
        why: "it is no character; readers refuse the row, empty the text or put something else there",
        accepted: [RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because \ud83d\ude42"}"#)],
        rejected: [RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because ▸\ud83d"}"#)])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects where defect.kind == .loneSurrogate {
            report.add(at: RecordRange(defect)) {
                wording(record.slice.bytes.span.extracting(defect.offset..<defect.end).text)
            }
        }
    }

    private func wording(_ escape: String) -> Wording {
        Wording(
            "\(shown(escape)) is half of a surrogate pair and no character",
            help: "write both halves, or remove it; a text was probably cut in the middle of an emoji")
    }
}
