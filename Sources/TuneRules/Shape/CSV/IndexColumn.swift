import TuneFindings

/// TP014: a nameless first column that counts the rows.
struct IndexColumn: FileRule {
    static let description = RuleDescription(
        code: "TP014", name: "index-column", severity: .warning, since: "0.1.0",
        summary: "the first column has no name and counts the rows from 0",
        why: "a data frame was saved with its index: no data, and a column the service does not expect",
        accepted: [RuleExample("train.csv", "id,question,answer\n7,Why?,Because\n9,How?,So\n")],
        rejected: [RuleExample("train.csv", "▸,question,answer\n0,Why?,Because\n1,How?,So\n2,When?,Now\n")])

    func check(_ file: FileFacts, _ report: inout FileReport) {
        guard file.hasIndexColumn, let first = file.columns.first else { return }
        report.add(
            Wording(
                "the first column has no name and counts the rows from 0, as an exported index does",
                help: "export without it: `to_csv(path, index=False)`; `tuneprep convert` leaves it out"),
            at: first, of: file)
    }
}
