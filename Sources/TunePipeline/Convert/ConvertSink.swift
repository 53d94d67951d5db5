import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
import TuneRules

/// Takes converted slices in order: writes rows, sets rejected ones apart, and keeps the ledger.
struct ConvertSink {
    private let options: ConvertOptions
    private let rules: RuleSet
    private let division: ConvertDivision
    private var judge: DatasetJudge
    private var outputs: [(part: ConvertDivision.Part, file: OutputFile)] = []
    private var rejects: RejectFile
    private var ledger = ConvertLedger()
    private var findings = FindingTally(limit: 3)
    private var warnings = FindingTally(limit: 0)
    private var sources: [(path: String, bytes: Int, layout: String)] = []
    private var layoutSettings: [(name: String, value: String)] = []
    private var rowsWritten = 0
    /// How far the file at hand has been taken.
    private(set) var position = FilePosition()

    init(
        _ options: ConvertOptions, rules: RuleSet, division: ConvertDivision
    ) throws {
        self.options = options
        self.rules = rules
        self.division = division
        judge = DatasetJudge(rules)
        rejects = RejectFile(path: options.rejects, beside: options.output)
        if options.output == "-", division.destinations.count > 1 {
            throw RunError(
                "several files cannot go to standard output", help: ["name the first with `-o FILE`"])
        }
        for (part, path) in division.destinations {
            outputs.append((part, try OutputFile(path: path, header: options.writer.header)))
        }
    }

    /// Takes in what became of a slice of the file begun last, slices coming in file order.
    mutating func take(
        _ parsed: ParsedSlice<ConvertedSlice>, of file: ReadableFile
    ) throws {
        let (outcome, slice) = (parsed.outcome, parsed.slice)
        var (records, report) = (outcome.records, outcome.report)
        for index in records.indices { compare(&records[index], of: slice, into: &report) }
        let numbered = report.kept.map { $0.placed(after: position) }
        let found = Dictionary(grouping: numbered) { $0.finding.site.record }
        for record in records {
            ledger.recordsIn += 1
            let number = position.records + record.position.index + 1
            let reasons = found[number] ?? []
            switch record.fate {
            case .written:
                for reason in reasons { warnings.add(reason) }
                try write(record, from: outcome.lines)
            case .dropped(let rule):
                ledger.dropped[rule, default: 0] += 1
            case .rejected:
                ledger.note(rejectedFor: reasons.map(\.finding))
                for reason in reasons where reason.finding.severity == .error { findings.add(reason) }
                try rejects.write(
                    path: file.path, record: number, reasons: reasons.map(\.finding),
                    source: slice.bytes.span.extracting(record.position.bytes))
            }
        }
        for fault in found[nil] ?? [] {
            findings.add(fault)
            ledger.faultsOutsideRecords += 1
        }
        position.advance(records: parsed.statistics.records, lines: parsed.statistics.lines)
    }

    /// Begins a file, whose slices are taken next.
    mutating func begin(_ file: ReadableFile) {
        judge.begin(file.path)
        position = FilePosition(lines: file.reader.headerLines)
        for found in rules.check(FileFacts(file.opened(as: .training), FileCounts()))
        where found.finding.severity == .error && found.finding.site.line != nil {
            findings.add(found)
            ledger.faultsOutsideRecords += 1
        }
    }

    /// Notes a file whose slices have all been taken.
    mutating func end(_ file: ReadableFile) {
        sources.append((file.path, file.bytes, file.layout.name))
        if layoutSettings.isEmpty { layoutSettings = file.layout.settings }
    }

    /// Gives the files their names, each manifest right after its data; before that everything has been
    /// written.
    func finish(counted counting: TokenCounting) throws -> ConvertResult {
        try rejects.commit()
        var written: [ConvertResult.Written] = []
        for (part, file) in outputs {
            let manifest = Manifest(
                file: file, options: options, counting: counting, sources: sources,
                layoutSettings: layoutSettings, ledger: ledger,
                division: outputs.count > 1 ? division.note + [("part", .text("\(part)"))] : [])
            let card = file.isRegular ? try manifest.written() : nil
            try file.commit()
            try card?.commit()
            written.append(
                .init(
                    path: file.path, rows: file.rows, bytes: file.size, tokens: file.tokens.total,
                    isExact: counting.isExact))
        }
        return ConvertResult(
            written: written, rejectsPath: rejects.writtenPath, ledger: ledger, findings: findings,
            warnings: warnings,
            layouts: sources.map { ($0.path, $0.layout) },
            validationPath: outputs.first { $0.part == .validation }?.file.path)
    }

    /// Lets the dataset rules see a row that would be written; one the user named drops it.
    private mutating func compare(
        _ record: inout ConvertedRecord, of slice: FileSlice, into report: inout SliceReport
    ) {
        guard record.fate == .written, let fingerprint = record.fingerprint else { return }
        report.hits.removeAll(keepingCapacity: true)
        judge.judge(fingerprint, after: position, of: record.position, in: slice, into: &report)
        if let rule = report.hits.first(where: options.drop.contains) { record.fate = .dropped(rule) }
    }

    private mutating func write(
        _ record: ConvertedRecord, from lines: [UInt8]
    ) throws {
        let part = try division.part(row: rowsWritten, identity: record.identity)
        rowsWritten += 1
        ledger.written += 1
        for key in record.notCarried { ledger.notCarried[key, default: 0] += 1 }
        for index in outputs.indices where outputs[index].part == part {
            try outputs[index].file.write(row: lines[record.line])
            outputs[index].file.tokens.merge(record.tokens)
        }
    }
}
