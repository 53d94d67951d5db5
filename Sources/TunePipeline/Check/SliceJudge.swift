import TuneBytes
import TuneExamples
import TuneRecords
import TuneRules
import TuneTokens

/// Judges one slice: reads records, makes examples of them, counts their tokens and applies the rules.
struct SliceJudge: Sendable {
    let path: String
    let columns: [Column]
    let layout: any Layout
    let rules: RuleSet
    let counters: CounterPool
    let context: Int
    let role: FileRole
    let findingsKept: Int

    func judge(_ records: inout SliceRecords) -> SliceOutcome {
        counters.lend { judge(&records, with: &$0) }
    }

    private func judge(_ records: inout SliceRecords, with counter: inout ChatCounter) -> SliceOutcome {
        var outcome = SliceOutcome(report: SliceReport(path: path, columns: columns, limit: findingsKept))
        var example = Example()
        var tokens = ExampleTokens()
        tokens.isExact = counters.counting.isExact
        tokens.context = context
        records.forEach { record in
            rules.check(record, into: &outcome.report)
            if record.isUnreadable {
                if !record.isRemainder { outcome.unreadable.insert(record.index) }
                return
            }
            example.reset()
            layout.read(&record, into: &example)
            tokens.messages.removeAll(keepingCapacity: true)
            if example.isUnusable {
                outcome.unreadable.insert(record.index)
            } else {
                counter.count(example, of: record, into: &tokens, tally: &outcome.tokens)
                outcome.examples += 1
                note(example, of: &record, in: &outcome)
            }
            for defect in example.defects {
                guard case .roleAlias(let word, let role) = defect.kind else { continue }
                outcome.roleAliases[word, default: (role, 0)].count += 1
            }
            rules.check(example, of: record, tokens: tokens, into: &outcome.report)
        }
        return outcome
    }

    private func note(
        _ example: borrowing Example, of record: inout Record, in outcome: inout SliceOutcome
    ) {
        if let identity = example.identity,
            let number = record.text(identity).decimal.flatMap(UInt32.init(exactly:))
        {
            if PubMedQATestSet.contains(number) { outcome.officialTestRows += 1 }
        }
        if record.hasFields, outcome.isCountingUp, columns.first?.name.isEmpty == true {
            noteIndex(of: &record, in: &outcome)
        }
        guard rules.comparesExamples else { return }
        outcome.fingerprints.append(
            (Fingerprint(of: example, in: record, role: role), RecordPosition(record)))
    }

    private func noteIndex(of record: inout Record, in outcome: inout SliceOutcome) {
        guard let column = columns.first, let index = record.value(of: column) else { return }
        let first = record.text(record.values[index].text).decimal.map { $0 - record.index }
        if outcome.firstIndex == nil { outcome.firstIndex = first }
        outcome.isCountingUp = first != nil && first == outcome.firstIndex
    }
}
