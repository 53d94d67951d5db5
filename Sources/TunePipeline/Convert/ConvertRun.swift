import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
import TuneRules

/// Turns raw data into fine-tuning files, with a manifest for each and the rejected rows apart.
public struct ConvertRun {
    let options: ConvertOptions
    let rules: RuleSet
    private let counters: CounterPool

    /// A run with these options.
    public init(_ options: ConvertOptions) {
        var options = options
        for index in options.sources.indices { options.sources[index].layout.notesLosses = true }
        self.options = options
        rules = RuleSet(profile: options.profile, without: [.provider])
        counters = CounterPool(options.tokens ?? .estimate(for: options.model))
    }

    /// Converts, and gives the files their names when everything has been written. Throws a `RunError` when
    /// a file cannot be read or written; then nothing stands under the final names.
    public func result() async throws(RunError) -> ConvertResult {
        do {
            return try await converted()
        } catch {
            throw RunError(error)
        }
    }

    private func converted() async throws -> ConvertResult {
        try PathConflict.check(
            inputs: inputs, outputs: [options.output] + (options.rejects.map { [$0] } ?? []))
        let division = try await ConvertDivision(of: self)
        try PathConflict.check(
            inputs: inputs,
            outputs: division.destinations.flatMap { [$0.path, Manifest.path(of: $0.path)] }
                + [options.rejects ?? options.output + ".rejects.jsonl"])
        var sink = try ConvertSink(options, rules: rules, division: division)
        for source in options.sources {
            let file = try source.open(workers: options.workers)
            sink.begin(file)
            try await run(file) { parsed in
                try sink.take(parsed, of: file)
                options.progress?(file.progress(records: sink.position.records))
            }
            sink.end(file)
        }
        return try sink.finish(counted: counters.counting)
    }

    private var inputs: [String] { options.sources.filter { $0.memory == nil }.map(\.path) }

    /// Converts a file's slices and hands them over in order.
    func run(_ file: ReadableFile, take: (ParsedSlice<ConvertedSlice>) throws -> Void) async throws {
        let converter = SliceConverter(
            path: file.path, columns: file.reader.columns, layout: file.layout,
            writer: options.writer, rules: rules, drop: options.drop, counters: counters,
            context: options.context)
        try await file.reader.forEachSlice(workers: options.workers, parse: converter.convert, merge: take)
    }
}
