import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
public import TuneRules

/// What a check found in one file.
public struct FileSummary: Sendable {
    /// What is known of the file.
    public var facts: FileFacts
    /// What the layout reads, and why it was chosen.
    public var layoutSummary: String
    /// The stored file's size in bytes; for a stream, what was read.
    public var bytes = 0
    /// Physical lines, the header's included.
    public var lines = 0
    /// The compression found, nil for none.
    public var compression: String?
    /// Where the records went.
    public var ledger = Ledger()
    /// The tokens.
    public var tokens = TokenTally()
    var isCountingUp = true
    /// What comparing its examples was expected to take; nil when they are not noted.
    var forecast: MemoryForecast?

    init(_ file: OpenFile, role: FileRole) {
        facts = file.facts(role: role)
        layoutSummary = "\(file.layout.summary) (\(file.layout.reason))"
        compression = file.reader.input.compression?.rawValue
        lines = file.reader.headerLines
    }

    /// Takes in what one slice came to, the slices coming in file order.
    mutating func merge(
        _ parsed: ParsedSlice<SliceOutcome>, _ rules: RuleSet, _ index: inout ExampleIndex,
        _ findings: inout FindingTally
    ) {
        let (outcome, slice) = (parsed.outcome, parsed.slice)
        var found = outcome.report.kept
        var touched = outcome.report.records
        compare(outcome, slice, rules, &index, &findings, &found, &touched)
        for (place, count) in outcome.report.counts.enumerated() { findings.count(count, of: place) }
        found.sort { Self.precedes($0.finding, $1.finding) }
        for (place, finding) in found where findings.wants(place) {
            var finding = finding
            finding.site.record = finding.site.record.map { $0 + facts.records }
            finding.site.line = finding.site.line.map { $0 + lines }
            findings.keep(finding, of: place)
        }
        take(parsed, touched)
    }

    private static func precedes(_ one: Finding, _ other: Finding) -> Bool {
        let (first, second) = (one.site.byteStart ?? 0, other.site.byteStart ?? 0)
        return first != second ? first < second : one.code < other.code
    }

    private mutating func take(_ parsed: ParsedSlice<SliceOutcome>, _ touched: Set<Int>) {
        let (outcome, slice, statistics) = (parsed.outcome, parsed.slice, parsed.statistics)
        if statistics.emptyLines > 0 {
            if facts.emptyLines.count == 0 {
                facts.emptyLines.firstLine = line(of: statistics.firstEmptyLine, slice)
            }
            facts.emptyLines.count += statistics.emptyLines
        }
        if statistics.otherLineEnds > 0 {
            if facts.otherLineEnds.count == 0 {
                facts.otherLineEnds.firstLine = line(of: statistics.firstOtherLineEnd, slice)
            }
            facts.otherLineEnds.count += statistics.otherLineEnds
        }
        if statistics.records > 0 {
            let continues = outcome.firstIndex.map { $0 == facts.records || $0 == facts.records + 1 } ?? false
            isCountingUp = isCountingUp && outcome.isCountingUp && continues
        }
        ledger.recordsIn += statistics.records
        ledger.unreadable += outcome.unreadable.count
        let readableTouched = touched.subtracting(outcome.unreadable).count
        ledger.withFindings += readableTouched
        ledger.clean += statistics.records - outcome.unreadable.count - readableTouched
        for (word, alias) in outcome.roleAliases {
            facts.roleAliases[word, default: (alias.role, 0)].count += alias.count
        }
        facts.records += statistics.records
        facts.examples += outcome.examples
        facts.officialTestRows += outcome.officialTestRows
        tokens.merge(outcome.tokens)
        lines += statistics.lines
    }

    private func line(of offset: Int?, _ slice: FileSlice) -> Int {
        let before = slice.bytes.span.extracting(..<(offset ?? 0))
        return lines + LineCount(facts.format).ends(in: before) + 1
    }

    /// Lets the dataset rules see the slice's examples.
    private func compare(
        _ outcome: SliceOutcome, _ slice: FileSlice, _ rules: RuleSet, _ index: inout ExampleIndex,
        _ findings: inout FindingTally, _ found: inout [(rule: Int, finding: Finding)],
        _ touched: inout Set<Int>
    ) {
        var place = LocationConverter(slice: slice)
        for placed in outcome.fingerprints {
            var fingerprint = placed.fingerprint
            fingerprint.record += facts.records
            for (rule, wording) in rules.compare(fingerprint, index.compare(fingerprint)) {
                findings.count(1, of: rule)
                touched.insert(placed.index)
                guard findings.wants(rule) else { continue }
                let finding = place.finding(
                    RuleCatalogue.descriptions[rule], wording, from: placed.start, to: placed.end,
                    recordStart: placed.start, record: placed.index + 1, field: nil, path: facts.path)
                found.append((rule, finding))
            }
        }
    }
}
