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
    public var lines: Int { position.lines }
    /// The compression found, nil for none.
    public var compression: String?
    /// Where the records went.
    public var ledger = Ledger()
    /// The tokens.
    public var tokens = TokenTally()
    var isCountingUp = true
    private var position = FilePosition()
    /// What comparing its examples was expected to take; nil when they are not noted.
    var forecast: MemoryForecast?

    init(_ file: OpenFile, role: FileRole) {
        facts = file.facts(role: role)
        layoutSummary = "\(file.layout.summary) (\(file.layout.reason))"
        compression = file.reader.input.compression?.rawValue
        position.lines = file.reader.headerLines
    }

    /// Takes in what one slice came to, the slices coming in file order.
    mutating func merge(
        _ parsed: ParsedSlice<SliceOutcome>, judge: inout DatasetJudge, into findings: inout FindingTally
    ) {
        var report = parsed.outcome.report
        for (fingerprint, record) in parsed.outcome.fingerprints {
            judge.judge(fingerprint, after: position, of: record, in: parsed.slice, into: &report)
        }
        findings.merge(report, after: position)
        take(parsed, touched: report.records)
    }

    private mutating func take(_ parsed: ParsedSlice<SliceOutcome>, touched: Set<Int>) {
        let (outcome, slice, statistics) = (parsed.outcome, parsed.slice, parsed.statistics)
        if statistics.emptyLines > 0 {
            if facts.emptyLines.count == 0 {
                facts.emptyLines.firstLine = line(of: statistics.firstEmptyLine, in: slice)
            }
            facts.emptyLines.count += statistics.emptyLines
        }
        if statistics.otherLineEnds > 0 {
            if facts.otherLineEnds.count == 0 {
                facts.otherLineEnds.firstLine = line(of: statistics.firstOtherLineEnd, in: slice)
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
        position.advance(records: statistics.records, lines: statistics.lines)
    }

    private func line(of offset: Int?, in slice: FileSlice) -> Int {
        let before = slice.bytes.span.extracting(..<(offset ?? 0))
        return position.lines + LineCount(facts.format).ends(in: before) + 1
    }
}
