import TuneFindings
import TuneRecords
import TuneText

/// TP008: rows that end in another way than the first line.
struct MixedLineEnds: FileRule {
    static let description = RuleDescription(
        code: "TP008", name: "mixed-line-ends", severity: .warning, since: "0.1.0",
        summary: "some rows end in another way than the first line",
        why: "readers that know one kind of line end leave a CR in the last field, or join rows",
        accepted: [RuleExample("train.csv", "question,answer\r\nWhy?,Because\r\nHow?,So\r\n")],
        rejected: [RuleExample("train.csv", "question,answer\nWhy?,Because\r\nHow?,So\n")])

    func check(_ file: FileFacts, _ report: inout FileReport) {
        let (count, firstLine) = file.otherLineEnds
        guard count > 0 else { return }
        report.add(
            Wording(
                "\(plural(count, "row")) \(count == 1 ? "ends" : "end") in another way than the first line"
                    + ending(file.format.dialect?.lineEnding),
                why: Self.description.why, help: "`tuneprep convert` writes LF throughout"),
            line: firstLine)
    }

    private func ending(_ ending: Dialect.LineEnding?) -> String {
        switch ending {
        case .lf: ", which ends in LF"
        case .crlf: ", which ends in CR LF"
        case .cr: ", which ends in CR"
        case nil: ""
        }
    }
}
