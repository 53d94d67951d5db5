import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
import TuneRules
import TuneTokens

/// One slice, converted: what each record became, and the lines of those that can be written.
struct ConvertedSlice: Sendable {
    var report: Report
    var records: [ConvertedRecord] = []
    var lines: [UInt8] = []
}

/// What became of one record.
struct ConvertedRecord: Sendable {
    /// The record's place in the slice.
    var index: Int
    /// Where it stands in the slice.
    var start: Int
    var end: Int
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
        /// A rule the user named found something; its place.
        case dropped(Int)
    }
}

/// Converts slices.
struct SliceConverter: Sendable {
    let path: String
    let columns: [Column]
    let layout: any Layout
    let writer: ExampleWriter
    let rules: RuleSet
    let drop: Set<Int>
    let counters: CounterPool
    let context: Int

    func convert(_ records: inout SliceRecords) -> ConvertedSlice {
        counters.lend { convert(&records, &$0[0]) }
    }

    private func convert(_ records: inout SliceRecords, _ counter: inout ChatCounter) -> ConvertedSlice {
        var result = ConvertedSlice(report: Report(path: path, columns: columns, limit: .max))
        var example = Example()
        var tokens = ExampleTokens()
        tokens.isExact = counters.countings[0].isExact
        tokens.context = context
        records.forEach { record in
            result.report.hits.removeAll(keepingCapacity: true)
            rules.check(record, &result.report)
            guard !record.isRemainder else { return }
            var converted = ConvertedRecord(index: record.index, start: record.start, end: record.end)
            tokens.messages.removeAll(keepingCapacity: true)
            if !record.isUnreadable {
                example.reset()
                layout.read(&record, into: &example)
                if !example.isUnusable { note(example, record, &counter, &tokens, &converted) }
                rules.check(example, tokens, of: record, &result.report)
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
        _ record: borrowing Record, _ example: borrowing Example, _ hits: [Int]
    ) -> ConvertedRecord.Fate {
        if let place = hits.first(where: { drop.contains($0) }) { return .dropped(place) }
        if record.isUnreadable || example.isUnusable || example.answer == nil { return .rejected }
        let isRejected = hits.contains { place in
            let description = RuleCatalogue.descriptions[place]
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
            if let place = result.report.hits.last, drop.contains(place) { converted.fate = .dropped(place) }
        }
    }
}
