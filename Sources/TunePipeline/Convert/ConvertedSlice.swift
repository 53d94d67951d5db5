import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
import TuneRules
import TuneTokens

/// One slice, converted: what each record became, and the lines of those that can be written.
struct ConvertedSlice: Sendable {
    var report: SliceReport
    var records: [ConvertedRecord] = []
    var lines: [UInt8] = []
}

/// What became of one record.
struct ConvertedRecord: Sendable {
    let position: RecordPosition
    var fate = Fate.written
    /// Its line among the slice's lines.
    var line = 0..<0
    var tokens = TokenTally()
    var fingerprint: Fingerprint?
    var identity: String?
    var stratum: String?
    var notCarried: [String] = []

    enum Fate: Sendable, Equatable {
        case written
        /// It cannot be an example.
        case rejected
        /// A rule the user named found something.
        case dropped(RuleID)
    }
}

/// Converts slices.
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
        counters.lend { convert(&records, &$0[0]) }
    }

    private func convert(_ records: inout SliceRecords, _ counter: inout ChatCounter) -> ConvertedSlice {
        var result = ConvertedSlice(report: SliceReport(path: path, columns: columns, limit: .max))
        var example = Example()
        var tokens = ExampleTokens()
        tokens.isExact = counters.countings[0].isExact
        tokens.context = context
        records.forEach { record in
            result.report.hits.removeAll(keepingCapacity: true)
            rules.check(record, into: &result.report)
            guard !record.isRemainder else { return }
            var converted = ConvertedRecord(position: RecordPosition(record))
            tokens.messages.removeAll(keepingCapacity: true)
            if !record.isUnreadable {
                example.reset()
                layout.read(&record, into: &example)
                if !example.isUnusable { note(example, record, &counter, &tokens, &converted) }
                rules.check(example, of: record, tokens: tokens, into: &result.report)
            }
            converted.fate = fate(record, example, result.report.hits)
            if converted.fate == .written { write(example, &record, &converted, &result) }
            result.records.append(converted)
        }
        return result
    }

    private func note(
        _ example: borrowing Example, _ record: borrowing Record, _ counter: inout ChatCounter,
        _ tokens: inout ExampleTokens, _ converted: inout ConvertedRecord
    ) {
        counter.count(example, record, into: &tokens, &converted.tokens)
        converted.fingerprint = ExampleHash.fingerprint(of: example, record, role: .training)
        converted.identity = example.identity.map { record.text($0).text }
        converted.notCarried = example.notCarried
        converted.stratum = example.stratum.map { record.text($0).text }
    }

    /// A row the user asked to leave out is dropped; one that holds nothing to learn, or cannot be read, is
    /// rejected.
    private func fate(
        _ record: borrowing Record, _ example: borrowing Example, _ hits: [RuleID]
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
        _ example: borrowing Example, _ record: inout Record, _ converted: inout ConvertedRecord,
        _ result: inout ConvertedSlice
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
