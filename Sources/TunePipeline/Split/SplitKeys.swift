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
    let layout: (any Layout)?

    /// One record.
    struct Row: Sendable {
        /// The record's bytes in the slice, without line end or comma.
        var bytes: Range<Int>
        /// True when the record could not be read.
        var isUnreadable: Bool
        /// The hash of its class; nil for none.
        var stratum: Hash128?
        /// The hash of what keeps it with others; nil for nothing.
        var group: Hash128?
        /// The example the record holds, or the record itself where it is read as none.
        var fingerprint: Fingerprint?
    }

    /// The records of a slice, and what is wrong with those that cannot be read; the numbers are the slice's.
    struct Outcome: Sendable {
        var rows: [Row] = []
        var findings: [Finding] = []
    }

    /// What a split needs to know of the records of a slice.
    func rows(_ records: inout SliceRecords) -> Outcome {
        var rows: [Row] = []
        var report = SliceReport(path: path, columns: columns, limit: .max)
        var example = Example()
        records.forEach { record in
            if record.isUnreadable { rules.check(record, into: &report) }
            guard !record.isRemainder else { return }
            var row = Row(bytes: record.start..<record.end, isUnreadable: record.isUnreadable)
            if !row.isUnreadable {
                row.stratum = value(of: stratify, in: &record)
                row.group = value(of: group, in: &record)
                row.fingerprint = fingerprint(of: &record, reading: &example)
            }
            rows.append(row)
        }
        return Outcome(rows: rows, findings: report.kept.map(\.finding))
    }

    private func fingerprint(of record: inout Record, reading example: inout Example) -> Fingerprint? {
        guard let layout else { return nil }
        example.reset()
        layout.read(&record, into: &example)
        if !example.isUnusable { return Fingerprint(of: example, in: record, role: .training) }
        return Fingerprint(
            prompt: Hash128(record.source), answer: Hash128(high: 0, low: 0), hasPrompt: true, key: nil,
            record: record.index + 1, role: .training)
    }

    private func value(of column: Column?, in record: inout Record) -> Hash128? {
        guard let column, let index = record.value(of: column), record.values[index].kind != .null else {
            return nil
        }
        return Hash128(record.text(record.values[index].text))
    }
}
