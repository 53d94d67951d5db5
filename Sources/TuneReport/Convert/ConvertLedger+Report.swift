import TunePipeline
import TuneText

extension ConvertLedger {
    /// `records in = written + rejected + dropped`, with the rules.
    var line: ReportLine {
        ReportLine(
            "rows",
            "\(recordsIn.grouped) in = \(written.grouped) written"
                + " + \(rejectedCount.grouped) rejected\(list(rejectedByRule))"
                + " + \(droppedCount.grouped) dropped\(list(droppedByRule))")
    }

    /// The keys that were not carried, with their rows; nil for none.
    var describedLosses: String? {
        guard !notCarried.isEmpty else { return nil }
        let keys = notCarried.sorted { $0.key < $1.key }
        return keys.map { "\(shown($0.key)) of \(plural($0.value, "row"))" }.joined(separator: ", ")
    }

    private func list(_ counts: [(code: String, count: Int)]) -> String {
        guard !counts.isEmpty else { return "" }
        return " (" + counts.map { "\($0.code) \($0.count.grouped)" }.joined(separator: ", ") + ")"
    }
}
