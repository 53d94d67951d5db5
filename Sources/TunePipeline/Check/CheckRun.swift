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
        counters = CounterPool(options.counting)
    }

    /// Checks every file. Throws a `RunError` when a file cannot be read.
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
            var summary = FileSummary(of: file, opened(file, from: source, as: .training))
            summary.forecast = forecast(file, beside: judge.index, after: files)
            try await check(file, judge: &judge, into: &summary, findings: &findings)
            files.append(summary)
        }
        if let source = options.validation {
            let file = try source.open(workers: options.workers)
            judge.begin(file.path)
            var opened = opened(file, from: source, as: .validation)
            opened.trainingColumns = files.first.map { $0.opened.columnsRead.map(\.name) }
            var summary = FileSummary(of: file, opened)
            try await check(file, judge: &judge, into: &summary, findings: &findings)
            files.append(summary)
        }
        let comparison =
            rules.comparesExamples ? Comparison(files, judge.index, limit: options.maxMemory) : nil
        return CheckResult(
            files: files, findings: findings, tokenizer: tokenizer(files), profile: options.profile,
            contextLength: options.contextLength, comparison: comparison)
    }

    private func opened(_ file: ReadableFile, from source: SourceFile, as role: FileRole) -> OpenedFile {
        var opened = file.opened(as: role)
        opened.readingFlags = source.flags
        opened.hasValidation = options.validation != nil
        return opened
    }

    /// What comparing the file's examples will take; said when it matters and nothing was said before.
    private func forecast(
        _ file: ReadableFile, beside index: ExampleIndex, after files: [FileSummary]
    ) -> MemoryForecast? {
        guard rules.comparesExamples else { return nil }
        let forecast = MemoryForecast(file, beside: index, limit: options.maxMemory)
        let isSaid = index.isFull || files.contains { $0.forecast?.note != nil }
        if !isSaid, let note = forecast.note { options.announce?(note) }
        return forecast
    }

    private func check(
        _ file: ReadableFile, judge datasets: inout DatasetJudge, into summary: inout FileSummary,
        findings: inout FindingTally
    ) async throws {
        let judge = SliceJudge(
            path: file.path, columns: file.reader.columns, layout: file.layout, rules: rules,
            counters: counters, context: options.contextLength, role: summary.opened.role,
            findingsKept: options.findingsKept)
        let before = findings.kept.count
        try await file.reader.forEachSlice(workers: options.workers, parse: judge.judge) { parsed in
            summary.merge(parsed, judge: &datasets, into: &findings)
            options.progress?(file.progress(records: summary.counts.records))
        }
        summary.finish(file, index: datasets.index)
        findings.insert(rules.check(summary.facts), at: before)
    }

    private func tokenizer(_ files: [FileSummary]) -> TokenizerUse {
        options.counting.use(for: files.reduce(into: TokenTally()) { $0.merge($1.tokens) })
    }
}
