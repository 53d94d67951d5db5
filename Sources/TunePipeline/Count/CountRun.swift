import TuneBytes
import TuneCosts
import TuneExamples
import TuneRecords
import TuneRules
import TuneTokens

/// Counts tokens in several ways in one pass, without judging.
public struct CountRun {
    private let sources: [SourceFile]
    private let counters: CounterPool
    private let workers: Int

    /// A count of the files in each of these ways.
    public init(_ sources: [SourceFile], tokens: [TokenCounting], workers: Int) {
        self.sources = sources
        counters = CounterPool(tokens)
        self.workers = workers
    }

    /// Counts every file. Throws a `Complaint` when one cannot be read.
    public func result() async throws(RunError) -> CountResult {
        do {
            var files: [CountResult.File] = []
            for source in sources { files.append(try await count(source)) }
            return CountResult(files: files)
        } catch {
            throw RunError(error)
        }
    }

    private func count(_ source: SourceFile) async throws -> CountResult.File {
        let file = try source.open(workers: workers)
        let counter = SliceCounter(layout: file.layout, counters: counters)
        var records = 0
        var total = SliceCounter.Outcome(counters.countings.count)
        try await file.reader.forEachSlice(workers: workers, parse: counter.count) { parsed in
            records += parsed.statistics.records
            total.merge(parsed.outcome)
        }
        return CountResult.File(
            path: file.path, records: records, unreadable: total.unreadable,
            counts: zip(counters.countings, total.tallies).map { counting, tally in
                CountResult.Count(tokenizer: counting.use(for: tally), tokens: tally)
            })
    }
}

/// The tokens of files, by way of counting.
public struct CountResult: Sendable {
    /// One file.
    public struct File: Sendable {
        /// Its path.
        public var path: String
        /// Its records.
        public var records: Int
        /// Records that could not be read or are no example; their text is not counted.
        public var unreadable: Int
        /// One count for each way.
        public var counts: [Count]
    }

    /// The tokens of a file, counted in one way.
    public struct Count: Sendable {
        /// How they were counted.
        public var tokenizer: TokenizerUse
        /// The tokens.
        public var tokens: TokenTally
    }

    /// The files, in order.
    public var files: [File]

    /// The tokens of all files, counted in the way at `place`, as a range.
    func range(_ place: Int) throws(CostError) -> TokenRange {
        let total = files.reduce(0) { $0 + $1.counts[place].tokens.total }
        let error = files.map { $0.counts[place].tokenizer.errorPermille }.max() ?? 0
        return try TokenRange(estimate: total, errorPermille: error)
    }
}

/// Counts the tokens of one slice.
struct SliceCounter: Sendable {
    let layout: any Layout
    let counters: CounterPool

    struct Outcome: Sendable {
        var unreadable = 0
        var tallies: [TokenTally]

        init(_ ways: Int) {
            tallies = [TokenTally](repeating: TokenTally(), count: ways)
        }

        mutating func merge(_ other: Outcome) {
            unreadable += other.unreadable
            for place in tallies.indices { tallies[place].merge(other.tallies[place]) }
        }
    }

    func count(_ records: inout SliceRecords) -> Outcome {
        counters.lend { count(&records, &$0) }
    }

    private func count(_ records: inout SliceRecords, _ counters: inout [ChatCounter]) -> Outcome {
        var outcome = Outcome(counters.count)
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
            for place in counters.indices {
                counters[place].count(example, record, into: &tokens, &outcome.tallies[place])
            }
        }
        return outcome
    }
}
