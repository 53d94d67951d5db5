import TuneBytes
import TuneFindings

/// TP009: a byte order mark.
struct ByteOrderMark: FileRule {
    static let description = RuleDescription(
        code: "TP009", name: "byte-order-mark", severity: .advice, since: "0.1.0",
        summary: "the file begins with a byte order mark",
        why: "most readers take it for a part of the first column's name, or refuse the first row",
        accepted: [RuleExample("train.csv", "question,answer\nWhy?,Because\n")],
        rejected: [RuleExample("train.csv", "‹EF›‹BB›‹BF›question,answer\nWhy?,Because\n")])

    func check(_ file: FileFacts, _ report: inout FileReport) {
        guard file.markLength > 0, file.encoding == .utf8 else { return }
        report.add(
            Wording(
                "the file begins with a UTF-8 byte order mark, which was left out of the first column's name",
                help: "`tuneprep convert` writes the file without it"))
    }
}
