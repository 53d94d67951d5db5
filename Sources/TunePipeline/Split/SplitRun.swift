import TuneBytes
import TuneExamples
import TuneRecords
import TuneRules

/// Divides a file's rows into training and validation, byte for byte as they stand, in their order.
public struct SplitRun {
    private let options: SplitOptions

    /// A run with these options.
    public init(_ options: SplitOptions) {
        self.options = options
    }

    /// Splits. Throws a `RunError` when the file cannot be read or divided; then nothing stands under the
    /// final names.
    public func result() async throws(RunError) -> SplitResult {
        do {
            return try await split()
        } catch {
            throw RunError(error)
        }
    }

    private func split() async throws -> SplitResult {
        guard options.source.isReadableTwice else {
            throw RunError(
                "a split reads its file twice, and standard input can be read once",
                help: ["write it to a file first"])
        }
        try PathConflict.check(
            inputs: options.source.memory == nil ? [options.source.path] : [],
            outputs: [options.training, options.validation]
                + [options.rejects ?? options.training + ".rejects.jsonl"])
        let rows = try await readRows()
        let plan = try SplitPlan(of: rows, size: options.size, seed: options.seed)
        return try await write(plan)
    }

    private func readRows() async throws -> SplitRows {
        let reader = try options.source.reader(workers: options.workers)
        let keys = SplitKeys(
            stratify: try column(options.stratify, of: reader), group: try column(options.group, of: reader),
            path: options.source.path, columns: reader.columns, rules: RuleSet(profile: .any),
            layout: nil)
        var rows = SplitRows()
        try await reader.forEachSlice(workers: options.workers, parse: keys.rows) { parsed in
            for row in parsed.outcome.rows where !row.isUnreadable {
                rows.add(stratum: row.stratum, group: row.group)
            }
        }
        return rows
    }

    private func write(_ plan: SplitPlan) async throws -> SplitResult {
        let reader = try options.source.reader(workers: options.workers)
        let isCSV = reader.format.dialect != nil
        let layout = try? options.source.layout.layout(for: reader.columns, isCSV: isCSV)
        let leakBytes = layout == nil ? 0 : LeakCount.bytes(for: plan)
        let leak = layout == nil ? nil : leakCount(for: plan, bytes: leakBytes)
        let keys = SplitKeys(
            stratify: nil, group: nil, path: options.source.path, columns: reader.columns,
            rules: RuleSet(profile: .any), layout: leak == nil ? nil : layout)
        var sink = try SplitSink(options, plan: plan, reader: reader, leak: leak)
        try await reader.forEachSlice(workers: options.workers, parse: keys.rows) { parsed in
            try sink.take(parsed)
        }
        return try sink.finish(leakBytes: leakBytes)
    }

    /// A count of leaks among the plan's rows; nil when it can take more than it may.
    private func leakCount(for plan: SplitPlan, bytes: Int) -> LeakCount? {
        if let limit = options.maxMemory, bytes > limit { return nil }
        if bytes >= MemoryForecast.threshold {
            options.announce?(
                "note: counting the rows that stand on both sides takes up to"
                    + " \(MemoryForecast.rounded(bytes)); `--max-memory SIZE` bounds it")
        }
        return LeakCount(plan)
    }

    private func column(_ name: String?, of reader: RecordReader) throws -> Column? {
        guard let name else { return nil }
        if let column = reader.columns.first(where: { $0.name == name }) { return column }
        throw LayoutError.unknownColumn(name: name, columns: reader.columns.map(\.name))
    }
}
