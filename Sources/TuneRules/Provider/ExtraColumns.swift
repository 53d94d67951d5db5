import TuneFindings
import TuneRecords
import TuneText

/// TP602: columns beside those of prompt and answer.
struct ExtraColumns: FileRule {
    static let description = RuleDescription(
        code: "TP602", name: "extra-columns", severity: .warning, since: "0.1.0",
        summary: "the file has columns beside those of prompt and answer",
        why: "the provider does not say what becomes of them; they may be refused, and they leave your hands",
        accepted: [RuleExample("train.csv", "question,answer\nWhy?,Because\n")],
        rejected: [
            RuleExample("train.csv", "▸id,question,answer\n7,Why?,Because\n"),
            RuleExample("train.csv", "question,answer,▸source,year\nWhy?,Because,here,2024\n"),
        ])

    private let profile: Profile

    init(profile: Profile) {
        self.profile = profile
    }

    func check(_ file: FileFacts, _ report: inout FileReport) {
        guard profile.wantsTwoColumns, file.format.dialect != nil else { return }
        let extra = file.columns.filter { column in
            let isIndex = file.hasIndexColumn && column.position == 0
            return !isIndex && !file.columnsRead.contains { $0.position == column.position }
        }
        guard let first = extra.first else { return }
        report.add(wording(extra.map(\.name), file), at: first, of: file)
    }

    private func wording(_ names: [String], _ file: FileFacts) -> Wording {
        let limit = 5
        let more = names.count > limit ? " and \(names.count - limit) more" : ""
        let list = names.prefix(limit).map { shown($0) }.joined(separator: ", ")
        return Wording(
            "\(plural(names.count, "column")) beside prompt and answer: \(list)\(more)",
            why: Self.description.why, help: "`\(CommandToCSV.text(for: file))` writes prompt and answer only"
        )
    }
}
