import TuneFindings
import TuneRecords
import TuneText

/// TP606: a validation file whose columns are not the training file's.
struct ValidationColumns: FileRule {
    static let description = RuleDescription(
        code: "TP606", name: "validation-columns", severity: .error, since: "0.1.0",
        summary: "the validation file is read by other columns than the training file",
        why: "a job names its columns once, for both files; the service would not find them in this one",
        accepted: [
            RuleExample(
                "train.csv", "question,answer\nWhy?,Because\n", validation: "question,answer\nHow?,So\n")
        ],
        rejected: [
            RuleExample(
                "train.csv", "question,answer\nWhy?,Because\n", validation: "prompt,completion\nHow?,So\n")
        ])

    func check(_ file: FileFacts, _ report: inout FileReport) {
        guard file.role == .validation, let wanted = file.trainingColumns else { return }
        let found = file.columnsRead.map(\.name)
        guard found != wanted else { return }
        report.add(
            Wording(
                "read by \(list(found)), the training file by \(list(wanted))",
                help: "give both files the same header"))
    }

    private func list(_ names: [String]) -> String {
        names.map { shown($0) }.joined(separator: " and ")
    }
}
