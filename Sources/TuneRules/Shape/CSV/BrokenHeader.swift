import TuneFindings
import TuneRecords

/// TP015: a header that is not sound CSV.
struct BrokenHeader: FileRule {
    static let description = RuleDescription(
        code: "TP015", name: "broken-header", severity: .error, since: "0.1.0",
        summary: "the header is not sound CSV",
        why: "readers disagree about the columns' names, and a service may not find the ones it is told",
        accepted: [RuleExample("train.csv", "question,\"answer\"\nWhy?,Because\n")],
        rejected: [
            RuleExample("train.csv", "\"question\"▸ ,answer\nWhy?,Because\n"),
            RuleExample("train.csv", "question,answer,r▸‹E9›gion\nWhy?,Because,here\n"),
        ])

    func check(_ file: FileFacts, _ report: inout FileReport) {
        for defect in file.headerDefects {
            guard let wording = wording(defect.kind) else { continue }
            report.add(wording, header: defect.offset..<defect.end)
        }
    }

    private func wording(_ kind: RecordDefect.Kind) -> Wording? {
        switch kind {
        case .unterminatedQuote:
            Wording(
                "a quote in the header is never closed, and what follows was taken into the column's name",
                help: "close it")
        case .strayQuote(afterSpaces: true):
            Wording("a space before the quote in the header", help: "remove the space")
        case .strayQuote:
            Wording("a quote inside a name in the header", help: "remove it")
        case .textAfterQuote:
            Wording("text behind a closing quote in the header", help: "remove what stands behind the quote")
        case .nul:
            Wording("the header holds a NUL character (U+0000)", help: "remove it")
        case .invalidUTF8(let byte):
            Wording(
                "the byte 0x\(String(byte, radix: 16, uppercase: true)) in the header is not UTF-8",
                help: "if the file is Windows-1252 throughout, add `--encoding windows-1252`")
        default: nil
        }
    }
}
