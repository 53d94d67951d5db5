import TuneFindings
import TuneText

/// TP012: lines with nothing on them.
struct EmptyLines: FileRule {
    static let description = RuleDescription(
        code: "TP012", name: "empty-lines", severity: .advice, since: "0.1.0",
        summary: "empty lines between the records",
        why: "most readers skip them, some make rows of them without prompt and answer",
        accepted: [
            RuleExample("train.csv", "question,answer\nWhy?,\"Because\n\nof that\"\n"),
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because"}"#),
        ],
        rejected: [
            RuleExample("train.csv", "question,answer\nWhy?,Because\n\nHow?,So\n"),
            RuleExample(
                "train.jsonl",
                """
                {"prompt":"Why?","completion":"Because"}

                {"prompt":"How?","completion":"So"}
                """),
        ])

    func check(_ file: FileFacts, _ report: inout FileReport) {
        let (count, firstLine) = file.emptyLines
        guard count > 0 else { return }
        report.add(
            Wording(
                "\(plural(count, "empty line")) \(count == 1 ? "was" : "were") skipped"
                    + (count == 1 ? "" : ", the first here"),
                help: "`tuneprep convert` writes the file without them"),
            line: firstLine)
    }
}
