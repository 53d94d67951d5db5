import TuneExamples
import TuneRecords
import TuneRules
import TuneTokens

/// Counts the tokens of one slice.
struct SliceCounter: Sendable {
    let layout: any Layout
    let counters: CounterPool

    /// What was counted, in each way.
    struct Outcome: Sendable {
        var unreadable = 0
        var tallies: [TokenTally]

        init(ways: Int) {
            tallies = [TokenTally](repeating: TokenTally(), count: ways)
        }

        mutating func merge(_ other: Outcome) {
            unreadable += other.unreadable
            for way in tallies.indices { tallies[way].merge(other.tallies[way]) }
        }
    }

    func count(_ records: inout SliceRecords) -> Outcome {
        counters.lendAll { count(&records, &$0) }
    }

    private func count(_ records: inout SliceRecords, _ counters: inout [ChatCounter]) -> Outcome {
        var outcome = Outcome(ways: counters.count)
        var example = Example()
        var tokens = ExampleTokens()
        records.forEach { record in
            guard !record.isRemainder else { return }
            example.reset()
            if !record.isUnreadable { layout.read(&record, into: &example) }
            guard !record.isUnreadable, !example.isUnusable else {
                outcome.unreadable += 1
                return
            }
            for way in counters.indices {
                counters[way].count(
                    example, of: record, into: &tokens, tally: &outcome.tallies[way])
            }
        }
        return outcome
    }
}
