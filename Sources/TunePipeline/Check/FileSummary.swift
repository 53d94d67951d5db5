import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
public import TuneRules

/// What a check found in one file.
public struct FileSummary: Sendable {
    /// What was known when the file was opened.
    public let opened: OpenedFile
    /// What was counted in it.
    public var counts = FileCounts()
    /// What the layout reads, and why it was chosen.
    public var layoutSummary: String
    /// The stored file's size in bytes; for a stream, what was read.
    public var bytes = 0
    /// Physical lines, the header's included.
    public var lines: Int { position.lines }
    /// The compression found, nil for none.
    public var compression: String?
    /// Where the records went.
    public var ledger = CheckLedger()
    /// The tokens.
    public var tokens = TokenTally()
    private var isCountingUp = true
    private var position = FilePosition()
    /// What comparing its examples was expected to take; nil when they are not noted.
    var forecast: MemoryForecast?

    init(of file: ReadableFile, _ opened: OpenedFile) {
        self.opened = opened
        layoutSummary = "\(file.layout.summary) (\(file.layout.reason))"
        compression = file.reader.input.compression?.rawValue
        position.lines = file.reader.headerLines
    }

    /// All that file rules know of the file.
    public var facts: FileFacts { FileFacts(opened, counts) }

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
            if counts.emptyLines.count == 0 {
                counts.emptyLines.firstLine = line(of: statistics.firstEmptyLine, in: slice)
            }
            counts.emptyLines.count += statistics.emptyLines
        }
        if statistics.otherLineEnds > 0 {
            if counts.otherLineEnds.count == 0 {
                counts.otherLineEnds.firstLine = line(of: statistics.firstOtherLineEnd, in: slice)
            }
            counts.otherLineEnds.count += statistics.otherLineEnds
        }
        if statistics.records > 0 {
            let continues =
                outcome.firstIndex.map { $0 == counts.records || $0 == counts.records + 1 } ?? false
            isCountingUp = isCountingUp && outcome.isCountingUp && continues
        }
        ledger.recordsIn += statistics.records
        ledger.unreadable += outcome.unreadable.count
        let readableTouched = touched.subtracting(outcome.unreadable).count
        ledger.withFindings += readableTouched
        ledger.clean += statistics.records - outcome.unreadable.count - readableTouched
        for (word, alias) in outcome.roleAliases {
            counts.roleAliases[word, default: (alias.role, 0)].count += alias.count
        }
        counts.records += statistics.records
        counts.examples += outcome.examples
        counts.officialTestRows += outcome.officialTestRows
        tokens.merge(outcome.tokens)
        position.advance(records: statistics.records, lines: statistics.lines)
    }

    /// Takes in what is known only when all of the file has been read.
    mutating func finish(_ file: ReadableFile, index: ExampleIndex) {
        bytes = file.bytes
        counts.hasIndexColumn =
            isCountingUp && counts.records > 1 && opened.columns.first?.name.isEmpty == true
        counts.indexCut = index.cut(for: opened.role)
    }

    private func line(of offset: Int?, in slice: FileSlice) -> Int {
        let before = slice.bytes.span.extracting(..<(offset ?? 0))
        return position.lines + LineCount(opened.format).ends(in: before) + 1
    }
}
