import TuneBytes
public import TuneFindings
public import TuneRecords

/// What the rules found in one slice: exact counts, and the first findings of each rule in full.
///
/// Record and line numbers are those of the slice, counted from 1, until `FindingTally.merge` makes them the
/// file's.
public struct Report: Sendable {
    /// How often each rule found something, by the rule's place in the catalogue.
    public private(set) var counts: [Int]
    /// The findings kept, with the rule's place.
    public private(set) var kept: [(rule: Int, finding: Finding)] = []
    /// Which records of the slice have a finding, by their place in the slice.
    public private(set) var records: Set<Int> = []

    private let path: String
    private let columns: [Column]
    private let limit: Int
    private var place: LocationConverter?
    /// The rules that found something since this was last emptied, by their places; whoever judges records
    /// one by one empties it between them.
    public var hits: [Int] = []
    var rule = 0

    /// An empty report on a slice of the file at `path`; `limit` findings of each rule are kept.
    public init(path: String, columns: [Column], limit: Int) {
        self.path = path
        self.columns = columns
        self.limit = limit
        counts = [Int](repeating: 0, count: RuleCatalogue.descriptions.count)
    }

    /// Reports one thing found by the rule at work; the wording is asked for only when the finding is kept.
    public mutating func add(
        at spot: @autoclosure () -> RecordRange, of record: borrowing Record, _ wording: () -> Wording
    ) {
        let description = RuleCatalogue.descriptions[rule]
        counts[rule] += 1
        if !record.isRemainder { records.insert(record.index) }
        hits.append(rule)
        guard counts[rule] <= limit else { return }
        let spot = spot()
        var place = place ?? LocationConverter(slice: record.slice)
        let finding = place.finding(
            description, wording(), from: spot.start, to: spot.end, recordStart: record.start,
            record: record.isRemainder ? nil : record.index + 1,
            field: spot.value.flatMap { Self.fieldName(of: $0, record, columns) }, path: path)
        self.place = place
        kept.append((rule, finding))
    }

    private static func fieldName(of value: Int, _ record: borrowing Record, _ columns: [Column]) -> String? {
        if record.hasFields { return value < columns.count ? columns[value].name : nil }
        let key = record.key(of: value)
        return key.isEmpty ? nil : record.text(key).text
    }
}
