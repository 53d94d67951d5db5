import TuneExamples
import TuneFindings
import TuneRecords
import TuneRules
import TuneTokens

/// Converts the records of slices, one slice at a time.
struct SliceConverter: Sendable {
    let path: String
    let columns: [Column]
    let layout: any Layout
    let writer: ExampleWriter
    let rules: RuleSet
    let drop: Set<RuleID>
    let counters: CounterPool
    let context: Int

    func convert(_ records: inout SliceRecords) -> ConvertedSlice {
        counters.lend { convert(&records, with: &$0) }
    }

    private func convert(_ records: inout SliceRecords, with counter: inout ChatCounter) -> ConvertedSlice {
        var result = ConvertedSlice(report: SliceReport(path: path, columns: columns, limit: .max))
        var example = Example()
        var tokens = ExampleTokens()
        tokens.isExact = counters.counting.isExact
        tokens.context = context
        records.forEach { record in
            result.report.hits.removeAll(keepingCapacity: true)
            rules.check(record, into: &result.report)
            guard !record.isRemainder else { return }
            var converted = ConvertedRecord(RecordPosition(record))
            tokens.messages.removeAll(keepingCapacity: true)
            if !record.isUnreadable {
                example.reset()
                layout.read(&record, into: &example)
                if !example.isUnusable {
                    counter.count(example, of: record, into: &tokens, tally: &converted.tokens)
                    converted.note(example, of: record)
                }
                rules.check(example, of: record, tokens: tokens, into: &result.report)
            }
            converted.fate = fate(of: example, in: record, hits: result.report.hits)
            if converted.fate == .written { write(example, of: &record, as: &converted, into: &result) }
            result.records.append(converted)
        }
        return result
    }

    /// A row the user asked to leave out is dropped; one that holds nothing to learn, or cannot be read, is
    /// rejected.
    private func fate(
        of example: borrowing Example, in record: borrowing Record, hits: [RuleID]
    ) -> ConvertedRecord.Fate {
        if let rule = hits.first(where: { drop.contains($0) }) { return .dropped(rule) }
        if record.isUnreadable || example.isUnusable || example.answer == nil { return .rejected }
        let isRejected = hits.contains { rule in
            let description = rule.description
            return description.severity == .error
                && [.shape, .content, .conversation].contains(description.family)
        }
        return isRejected ? .rejected : .written
    }

    private func write(
        _ example: borrowing Example, of record: inout Record, as converted: inout ConvertedRecord,
        into result: inout ConvertedSlice
    ) {
        let start = result.lines.count
        do throws(ExampleWriter.Refusal) {
            try writer.append(example, of: &record, to: &result.lines)
            converted.line = start..<result.lines.count
        } catch {
            result.lines.removeLast(result.lines.count - start)
            converted.fate = .rejected
            guard error == .severalTurns else { return }
            result.report.addSeveralTurns(of: record)
            if let rule = result.report.hits.last, drop.contains(rule) { converted.fate = .dropped(rule) }
        }
    }
}
