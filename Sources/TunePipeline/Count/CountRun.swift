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

    /// Counts every file. Throws a `RunError` when one cannot be read.
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
        var total = SliceCounter.Outcome(ways: counters.countings.count)
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
