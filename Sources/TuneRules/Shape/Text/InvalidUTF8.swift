import TuneBytes
import TuneFindings
import TuneRecords

/// TP001: bytes that are not UTF-8.
struct InvalidUTF8: RecordRule {
    static let description = RuleDescription(
        code: "TP001", name: "invalid-utf8", severity: .error, since: "0.1.0",
        summary: "a byte that cannot stand where it stands in UTF-8",
        why: "readers replace such bytes, drop the row or refuse the file, each in its own way",
        accepted: [RuleExample("train.csv", "question,answer\nOù?,À la gare\n")],
        rejected: [RuleExample("train.csv", "question,answer\nO▸‹F9›?,Here\n")])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects {
            guard case .invalidUTF8(let byte) = defect.kind else { continue }
            report.add(at: RecordRange(defect)) { wording(byte) }
        }
    }

    private func wording(_ byte: UInt8) -> Wording {
        let hex = String(byte, radix: 16, uppercase: true)
        let meaning =
            SingleByteInput.windows1252Scalar(for: byte).map { "; in Windows-1252 it is “\($0)”" } ?? ""
        return Wording(
            "the byte 0x\(hex) is not UTF-8 here\(meaning)",
            help: "if the file is Windows-1252 throughout, add `--encoding windows-1252`", note: "0x\(hex)")
    }
}
