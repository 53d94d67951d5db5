import TuneBytes
import TuneCosts
import TuneExamples
import TuneRecords
import TuneRules

/// Reads files once and says what is wrong with them and how many tokens they hold.
public struct CheckRun {
    private let options: CheckOptions
    private let rules: RuleSet
    private let counters: CounterPool

    /// A run with these options.
    public init(_ options: CheckOptions) {
        self.options = options
        rules = RuleSet(profile: options.profile, only: options.only, allow: options.allow)
        counters = CounterPool([options.counting])
    }

    /// Checks every file. Throws a `Complaint` when a file cannot be read.
    public func result() async throws(RunError) -> CheckResult {
        do {
            return try await checked()
        } catch {
            throw RunError(error)
        }
    }

    private func checked() async throws -> CheckResult {
        var findings = FindingTally(limit: options.findingsKept)
        var judge = DatasetJudge(rules, index: ExampleIndex(limit: options.maxMemory))
        var files: [FileSummary] = []
        for source in options.training {
            let file = try source.open(workers: options.workers)
            judge.begin(file.path)
            var summary = summary(of: file, source, .training)
            summary.forecast = forecast(file, beside: judge.index, after: files)
            files.append(try await check(file, summary, judge: &judge, into: &findings))
        }
        if let source = options.validation {
            let file = try source.open(workers: options.workers)
            judge.begin(file.path)
            var summary = summary(of: file, source, .validation)
            summary.facts.trainingColumns = files.first.map { $0.facts.columnsRead.map(\.name) }
            files.append(try await check(file, summary, judge: &judge, into: &findings))
        }
        let comparison =
            rules.comparesExamples ? Comparison(files, judge.index, limit: options.maxMemory) : nil
        return CheckResult(
            files: files, findings: findings, tokenizer: tokenizer(files), profile: options.profile,
            contextLength: options.contextLength, comparison: comparison)
    }

    private func summary(of file: OpenFile, _ source: SourceFile, _ role: FileRole) -> FileSummary {
        var summary = FileSummary(file, role: role)
        summary.facts.readingFlags = source.flags
        summary.facts.hasValidation = options.validation != nil
        return summary
    }

    /// What comparing the file's examples will take; said when it matters and nothing was said before.
    private func forecast(
        _ file: OpenFile, beside index: ExampleIndex, after files: [FileSummary]
    ) -> MemoryForecast? {
        guard rules.comparesExamples else { return nil }
        let forecast = MemoryForecast(file, beside: index, limit: options.maxMemory)
        let isSaid = index.isFull || files.contains { $0.forecast?.note != nil }
        if !isSaid, let note = forecast.note { options.announce?(note) }
        return forecast
    }

    private func check(
        _ file: OpenFile, _ begun: FileSummary, judge datasets: inout DatasetJudge,
        into findings: inout FindingTally
    ) async throws -> FileSummary {
        var summary = begun
        let judge = SliceJudge(
            path: file.path, columns: file.reader.columns, layout: file.layout,
            rules: rules, counters: counters, context: options.contextLength,
            role: summary.facts.role, findingsKept: options.findingsKept)
        let before = findings.kept.count
        try await file.reader.forEachSlice(workers: options.workers, parse: judge.judge) { parsed in
            summary.merge(parsed, judge: &datasets, into: &findings)
            tell(file, summary)
        }
        summary.bytes = file.reader.input.storedSize ?? file.reader.input.storedPosition
        summary.facts.hasIndexColumn =
            summary.isCountingUp && summary.facts.records > 1
            && file.reader.columns.first?.name.isEmpty == true
        summary.facts.indexCut = datasets.index.cut(for: summary.facts.role)
        findings.insert(rules.check(summary.facts), at: before)
        return summary
    }

    private func tell(_ file: OpenFile, _ summary: FileSummary) {
        options.progress?(
            Progress(
                path: file.path, bytes: file.reader.input.storedPosition, size: file.reader.input.storedSize,
                records: summary.facts.records))
    }

    private func tokenizer(_ files: [FileSummary]) -> TokenizerUse {
        options.counting.use(for: files.reduce(into: TokenTally()) { $0.merge($1.tokens) })
    }
}
