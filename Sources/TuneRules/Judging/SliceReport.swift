import TuneBytes
public import TuneRecords

/// What the rules found in the records of one slice: exact counts, and the first findings of each rule in full.
///
/// Record and line numbers count from 1 at the slice's beginning.
public struct SliceReport: Sendable {
    /// How often each rule found something.
    public private(set) var counts = RuleCounts()
    /// The findings written out.
    public private(set) var kept: [RuleFinding] = []
    /// The indices in the slice of the records that have a finding.
    public private(set) var records: Set<Int> = []
    /// The rules that found something since this was last emptied, one for each finding; whoever judges records one
    /// by one empties it between them.
    public var hits: [RuleID] = []

    private let path: String
    private let columns: [Column]
    private let limit: Int
    private var converter: LocationConverter?

    /// An empty report on a slice of the file at `path`; `limit` findings of each rule are written out.
    public init(path: String, columns: [Column], limit: Int) {
        self.path = path
        self.columns = columns
        self.limit = limit
    }

    /// Asks one rule for what is wrong with `record`: `check` writes it into `found`, which is empty before and after.
    @inline(__always)
    mutating func ask(
        _ rule: RuleID, about record: borrowing Record, in found: inout Report,
        _ check: (inout Report) -> Void
    ) {
        found.makeRoom(for: limit - counts[rule])
        check(&found)
        guard found.count > 0 else { return }
        take(found, by: rule, of: record)
        found.clear()
    }

    private mutating func take(_ report: Report, by rule: RuleID, of record: borrowing Record) {
        count(report.count, by: rule, of: record.isRemainder ? nil : record.index)
        guard !report.kept.isEmpty else { return }
        var converter = converter ?? LocationConverter(slice: record.slice, path: path)
        for (range, wording) in report.kept {
            kept.append(
                converter.finding(
                    rule, wording, at: range.start..<max(range.start, range.end), recordStart: record.start,
                    record: record.isRemainder ? nil : record.index + 1,
                    field: range.value.flatMap { Self.fieldName(of: $0, record, columns) }))
        }
        self.converter = converter
    }

    /// Takes in what `rule` says of the whole of a record of `slice`.
    mutating func add(_ wording: Wording, by rule: RuleID, of record: RecordPosition, in slice: FileSlice) {
        count(1, by: rule, of: record.index)
        guard counts[rule] <= limit else { return }
        var converter = converter ?? LocationConverter(slice: slice, path: path)
        kept.append(
            converter.finding(
                rule, wording, at: record.bytes, recordStart: record.bytes.lowerBound,
                record: record.index + 1))
        self.converter = converter
    }

    private mutating func count(_ number: Int, by rule: RuleID, of record: Int?) {
        counts[rule] += number
        if let record { records.insert(record) }
        for _ in 0..<number { hits.append(rule) }
    }

    private static func fieldName(of value: Int, _ record: borrowing Record, _ columns: [Column]) -> String? {
        if record.hasFields { return value < columns.count ? columns[value].name : nil }
        let key = record.key(of: value)
        return key.isEmpty ? nil : record.text(key).text
    }
}
