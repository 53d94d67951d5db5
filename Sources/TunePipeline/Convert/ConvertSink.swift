import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
import TuneRules

/// Takes converted slices in order: writes rows, sets rejected ones apart, and keeps the ledger.
struct ConvertSink {
    private let options: ConvertOptions
    private let rules: RuleSet
    private var index = ExampleIndex()
    private var outputs: [(part: ConvertDivision.Part, file: OutputFile)] = []
    private var rejects: RejectFile
    private var ledger = ConvertLedger()
    private var findings = FindingTally(limit: 3)
    private var warnings = FindingTally(limit: 0)
    private var sources: [(path: String, bytes: Int, layout: String)] = []
    private var layoutSettings: [(name: String, value: String)] = []
    private var note: [JSON.Member] = []
    private var lines = 0
    private var rowsWritten = 0
    /// Records of the file at hand.
    private(set) var recordsOfFile = 0

    init(
        _ options: ConvertOptions, _ rules: RuleSet,
        _ destinations: [(part: ConvertDivision.Part, path: String)]
    ) throws {
        self.options = options
        self.rules = rules
        rejects = RejectFile(path: options.rejects, beside: options.output)
        if options.output == "-", destinations.count > 1 {
            throw RunError(
                "several files cannot go to standard output", help: ["name the first with `-o FILE`"])
        }
        for (part, path) in destinations {
            outputs.append((part, try OutputFile(path: path, header: options.writer.header)))
        }
    }

    mutating func take(
        _ parsed: ParsedSlice<ConvertedSlice>, _ file: OpenFile, _ division: ConvertDivision
    ) throws {
        let (outcome, slice) = (parsed.outcome, parsed.slice)
        note = division.note
        if recordsOfFile == 0, lines == 0 {
            lines = file.reader.headerLines
        }
        var found = Dictionary(grouping: numbered(outcome.report)) { $0.finding.site.record }
        var place = LocationConverter(slice: slice)
        for var record in outcome.records {
            ledger.recordsIn += 1
            let number = recordsOfFile + record.index + 1
            compare(&record, &place, file, &found[number, default: []])
            let reasons = found[number] ?? []
            switch record.fate {
            case .written:
                for (rule, _) in reasons { warnings.count(1, of: rule) }
                try write(record, outcome.lines, division)
            case .dropped(let rule):
                ledger.dropped[rule, default: 0] += 1
            case .rejected:
                ledger.note(rejectedFor: reasons.map(\.finding))
                for (rule, finding) in reasons where finding.severity == .error { keep(finding, of: rule) }
                try rejects.write(
                    path: file.path, record: number, reasons: reasons.map(\.finding),
                    source: slice.bytes.span.extracting(record.start..<record.end))
            }
        }
        for (rule, finding) in found[nil] ?? [] {
            keep(finding, of: rule)
            ledger.faultsOutsideRecords += 1
        }
        recordsOfFile += parsed.statistics.records
        lines += parsed.statistics.lines
    }

    private mutating func keep(_ finding: Finding, of rule: Int) {
        findings.count(1, of: rule)
        findings.keep(finding, of: rule)
    }

    mutating func begin(_ file: OpenFile) {
        index.begin(file.path)
        let facts = file.facts(role: .training)
        var report = FileReport(facts)
        rules.check(facts, &report)
        for (rule, finding) in report.findings where finding.severity == .error && finding.site.line != nil {
            keep(finding, of: rule)
            ledger.faultsOutsideRecords += 1
        }
    }

    mutating func finishFile(_ file: OpenFile) {
        let input = file.reader.input
        sources.append((file.path, input.storedSize ?? input.storedPosition, file.layout.name))
        if layoutSettings.isEmpty { layoutSettings = file.layout.settings }
        recordsOfFile = 0
        lines = 0
    }

    /// Gives the files their names, each manifest right behind its data; before that everything has been
    /// written.
    func finish(_ counting: TokenCounting) throws -> ConvertResult {
        try rejects.commit()
        var written: [ConvertResult.Written] = []
        for (part, file) in outputs {
            let manifest = Manifest(
                file: file, options: options, counting: counting, sources: sources,
                layoutSettings: layoutSettings,
                ledger: ledger,
                division: outputs.count > 1 ? note + [("part", .text("\(part)"))] : [])
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

    /// The findings with their record and line numbers made the file's.
    private func numbered(_ report: Report) -> [(rule: Int, finding: Finding)] {
        report.kept.map { rule, finding in
            var finding = finding
            finding.site.record = finding.site.record.map { $0 + recordsOfFile }
            finding.site.line = finding.site.line.map { $0 + lines }
            return (rule, finding)
        }
    }

    /// Lets the dataset rules see a row that would be written; one the user named drops it.
    private mutating func compare(
        _ record: inout ConvertedRecord, _ place: inout LocationConverter, _ file: OpenFile,
        _ found: inout [(rule: Int, finding: Finding)]
    ) {
        guard record.fate == .written, var fingerprint = record.fingerprint else { return }
        fingerprint.record = recordsOfFile + record.index + 1
        for (rule, wording) in rules.compare(fingerprint, index.compare(fingerprint)) {
            if options.drop.contains(rule), record.fate == .written { record.fate = .dropped(rule) }
            var finding = place.finding(
                RuleCatalogue.descriptions[rule], wording, from: record.start, to: record.end,
                recordStart: record.start, record: fingerprint.record, field: nil, path: file.path)
            finding.site.line = finding.site.line.map { $0 + lines }
            found.append((rule, finding))
        }
    }

    private mutating func write(
        _ record: ConvertedRecord, _ lines: [UInt8], _ division: ConvertDivision
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
