import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
import TuneRules

/// Divides a file's rows into training and validation, byte for byte as they stand, in their order.
public struct SplitRun {
    private let options: SplitOptions

    /// A run with these options.
    public init(_ options: SplitOptions) {
        self.options = options
    }

    /// Splits. Throws a `Complaint` when the file cannot be read or divided; then nothing stands under the
    /// final names.
    public func result() async throws(RunError) -> SplitResult {
        do {
            return try await split()
        } catch {
            throw RunError(error)
        }
    }

    private func split() async throws -> SplitResult {
        guard options.source.path != FileInput.standardInputName || options.source.memory != nil else {
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
        let reader = try open()
        let keys = SplitKeys(
            stratify: try column(options.stratify, reader), group: try column(options.group, reader),
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
        let reader = try open()
        let framing = RowFraming(reader)
        let isCSV = reader.format.dialect != nil
        let layout = try? options.source.layout.layout(for: reader.columns, isCSV: isCSV)
        let leakBytes = layout == nil ? 0 : LeakCount.bytes(for: plan)
        var leak = layout == nil ? nil : leakCount(plan, leakBytes)
        let keys = SplitKeys(
            stratify: nil, group: nil, path: options.source.path, columns: reader.columns,
            rules: RuleSet(profile: .any), layout: leak == nil ? nil : layout)
        var sides = [
            try OutputFile(path: options.training, header: framing.opening),
            try OutputFile(path: options.validation, header: framing.opening),
        ]
        var rejects = RejectFile(path: options.rejects, beside: options.training)
        var ledger = SplitResult.Ledger()
        var row = 0
        var position = FilePosition(lines: reader.headerLines)
        var findings: [Finding] = []
        try await reader.forEachSlice(workers: options.workers, parse: keys.rows) { parsed in
            let (slice, outcome) = (parsed.slice, parsed.outcome)
            let found = outcome.findings.map { $0.placed(after: position) }
            let reasons = Dictionary(grouping: found, by: \.site.record)
            position.advance(records: parsed.statistics.records, lines: parsed.statistics.lines)
            findings += found.prefix(max(0, Self.findingsShown - findings.count))
            ledger.faultsOutsideRecords += reasons[nil]?.count ?? 0
            for record in outcome.rows {
                ledger.recordsIn += 1
                let text = slice.bytes[record.start..<record.end]
                if record.isUnreadable {
                    ledger.rejected += 1
                    try rejects.write(
                        path: options.source.path, record: ledger.recordsIn,
                        reasons: reasons[ledger.recordsIn] ?? [],
                        source: slice.bytes.span.extracting(record.start..<record.end))
                    continue
                }
                guard row < plan.isValidation.count else { throw RunError.changedWhileRead }
                let side = plan.isValidation[row] ? 1 : 0
                row += 1
                if let fingerprint = record.fingerprint { leak?.note(fingerprint, isValidation: side == 1) }
                if sides[side].rows > 0 { try sides[side].append(framing.separator) }
                try sides[side].write(row: text + framing.lineEnd)
            }
        }
        guard row == plan.isValidation.count else { throw RunError.changedWhileRead }
        leak?.finish()
        for side in sides.indices { try sides[side].append(framing.closing) }
        try rejects.commit()
        for side in sides { try side.commit() }
        (ledger.training, ledger.validation) = (sides[0].rows, sides[1].rows)
        return SplitResult(
            training: options.training, validation: options.validation, rejects: rejects.writtenPath,
            ledger: ledger, wished: plan.wished, loneClasses: plan.loneClasses, leak: leak,
            leakBytes: leakBytes, maxMemory: options.maxMemory, isGrouped: options.group != nil,
            findings: findings)
    }

    /// A count of leaks among the plan's rows; nil when it can take more than it may.
    private func leakCount(_ plan: SplitPlan, _ bytes: Int) -> LeakCount? {
        if let limit = options.maxMemory, bytes > limit { return nil }
        if bytes >= MemoryForecast.threshold {
            options.announce?(
                "note: counting the rows that stand on both sides takes up to"
                    + " \(MemoryForecast.rounded(bytes)); `--max-memory SIZE` bounds it")
        }
        return LeakCount(plan)
    }

    private static let findingsShown = 5

    private func open() throws -> RecordReader {
        let source = options.source
        let input =
            try source.memory.map { try TextInput(memory: $0, path: source.path, encoding: source.encoding) }
            ?? TextInput(path: source.path, encoding: source.encoding, workers: options.workers)
        return try RecordReader(input, options: source.reading)
    }

    private func column(_ name: String?, _ reader: RecordReader) throws -> Column? {
        guard let name else { return nil }
        if let column = reader.columns.first(where: { $0.name == name }) { return column }
        throw LayoutError.unknownColumn(name: name, columns: reader.columns.map(\.name))
    }
}
