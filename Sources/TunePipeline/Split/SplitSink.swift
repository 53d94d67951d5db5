import TuneFindings
import TuneRecords

/// Takes a file's rows in order: writes each to its side, sets unreadable ones apart, and keeps the ledger.
struct SplitSink {
    private let options: SplitOptions
    private let plan: SplitPlan
    private let framing: RowFraming
    private var training: OutputFile
    private var validation: OutputFile
    private var rejects: RejectFile
    private var ledger = SplitLedger()
    private var leak: LeakCount?
    private var position: FilePosition
    private var rowsWritten = 0
    private var findings: [Finding] = []

    private static let findingsShown = 5

    /// Begins both files as `reader` begins its own; `leak` is nil when leaks are not counted.
    init(_ options: SplitOptions, plan: SplitPlan, reader: RecordReader, leak: LeakCount?) throws {
        self.options = options
        self.plan = plan
        self.leak = leak
        framing = RowFraming(reader)
        training = try OutputFile(path: options.training, header: framing.opening)
        validation = try OutputFile(path: options.validation, header: framing.opening)
        rejects = RejectFile(path: options.rejects, beside: options.training)
        position = FilePosition(lines: reader.headerLines)
    }

    /// Takes in the rows of a slice, slices coming in file order.
    mutating func take(_ parsed: ParsedSlice<SplitKeys.Outcome>) throws {
        let found = parsed.outcome.findings.map { $0.placed(after: position) }
        let reasons = Dictionary(grouping: found, by: \.site.record)
        findings += found.prefix(max(0, Self.findingsShown - findings.count))
        ledger.faultsOutsideRecords += reasons[nil]?.count ?? 0
        for row in parsed.outcome.rows {
            ledger.recordsIn += 1
            if row.isUnreadable {
                ledger.rejected += 1
                try rejects.write(
                    path: options.source.path, record: ledger.recordsIn,
                    reasons: reasons[ledger.recordsIn] ?? [],
                    source: parsed.slice.bytes.span.extracting(row.bytes))
            } else {
                try write(row, of: parsed.slice)
            }
        }
        position.advance(records: parsed.statistics.records, lines: parsed.statistics.lines)
    }

    private mutating func write(_ row: SplitKeys.Row, of slice: FileSlice) throws {
        guard rowsWritten < plan.isValidation.count else { throw RunError.changedWhileRead }
        let isValidation = plan.isValidation[rowsWritten]
        rowsWritten += 1
        if let fingerprint = row.fingerprint { leak?.note(fingerprint, isValidation: isValidation) }
        let text = slice.bytes[row.bytes] + framing.lineEnd
        if isValidation {
            try framing.append(text, to: &validation)
            ledger.validation += 1
        } else {
            try framing.append(text, to: &training)
            ledger.training += 1
        }
    }

    /// Ends the files and gives them their names, when every row of the plan has come.
    mutating func finish(leakBytes: Int) throws -> SplitResult {
        guard rowsWritten == plan.isValidation.count else { throw RunError.changedWhileRead }
        leak?.finish()
        try training.append(framing.closing)
        try validation.append(framing.closing)
        try rejects.commit()
        try training.commit()
        try validation.commit()
        return SplitResult(
            training: options.training, validation: options.validation, rejects: rejects.writtenPath,
            ledger: ledger, wished: plan.wished, loneClasses: plan.loneClasses, leak: leak,
            leakBytes: leakBytes, maxMemory: options.maxMemory, isGrouped: options.group != nil,
            findings: findings)
    }
}
