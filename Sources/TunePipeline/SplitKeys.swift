import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
import TuneRules

/// Reads of each record only what a split needs to know.
struct SplitKeys: Sendable {
    let stratify: Column?
    let group: Column?
    let path: String
    let columns: [Column]
    let rules: RuleSet
    let parser: RecordParser
    let layout: (any Layout)?

    /// One record.
    struct Row: Sendable {
        var start: Int
        var end: Int
        var isUnreadable: Bool
        var stratum: Hash128?
        var group: Hash128?
        /// The hash of the record, or of the example it holds.
        var whole = Hash128(high: 0, low: 0)
        /// The hash of the prompt; nil when there is none.
        var prompt: Hash128?
    }

    /// The records of a slice, and what is wrong with those that cannot be read; the numbers are the slice's.
    struct Outcome: Sendable {
        var rows: [Row] = []
        var findings: [Finding] = []
        var statistics = SliceStatistics()
    }

    func rows(_ slice: FileSlice) -> Outcome {
        var rows: [Row] = []
        var report = Report(path: path, columns: columns, limit: .max)
        var parser = parser
        var example = Example()
        let statistics = parser.forEachRecord(in: slice) { record in
            if record.isUnreadable { rules.check(record, &report) }
            guard !record.isRemainder else { return }
            var row = Row(start: record.start, end: record.end, isUnreadable: record.isUnreadable)
            if !row.isUnreadable {
                row.stratum = value(stratify, record)
                row.group = value(group, record)
                row.whole = Hash128(record.source)
                if let layout {
                    example.reset()
                    layout.read(&record, into: &example)
                    if !example.isUnusable { compare(example, record, &row) }
                }
            }
            rows.append(row)
        }
        return Outcome(rows: rows, findings: report.kept.map(\.finding), statistics: statistics)
    }

    private func compare(_ example: borrowing Example, _ record: borrowing Record, _ row: inout Row) {
        let fingerprint = ExampleHash.fingerprint(of: example, record, role: .training)
        row.whole = fingerprint.whole
        row.prompt = fingerprint.hasPrompt ? fingerprint.prompt : nil
    }

    private func value(_ column: Column?, _ record: borrowing Record) -> Hash128? {
        guard let column, let index = record.value(of: column), record.values[index].kind != .null else {
            return nil
        }
        return Hash128(record.text(record.values[index].text))
    }
}
