/// A slice whose records have been lent, and what came of them.
public struct ParsedSlice<Outcome: Sendable>: Sendable {
    /// The slice they are part of; its offsets are those of the outcome.
    public internal(set) var slice: FileSlice
    /// What the parser counted in it.
    public let statistics: SliceStatistics
    /// What was made of its records.
    public let outcome: Outcome

    init(_ slice: FileSlice, parser: RecordParser, parse: (inout SliceRecords) -> Outcome) {
        var records = SliceRecords(of: slice, by: parser)
        outcome = parse(&records)
        statistics = records.statistics
        self.slice = slice
    }

    /// True when the slice was cut by the number of its quotes and that number says nothing.
    var isCutWrongly: Bool { slice.isCutByParity && statistics.hasIrregularQuotes }
}
