import TuneBytes

/// Goes over a slice of CSV record by record: over short fields with the ends found 64 bytes at a time, over long
/// text and whatever is irregular with the exact machine.
struct CSVParser {
    /// How quotes, delimiters and line ends are found.
    enum Way { case search, fieldEnds }

    /// The way to go; nil to look at each slice.
    var way: Way?
    private var machine: CSVMachine

    /// `expected` is the number of fields a record should have; nil for the header.
    init(dialect: Dialect, expected: Int?) {
        machine = CSVMachine(dialect: dialect, expected: expected)
    }

    /// Lends every record of the slice.
    mutating func forEachRecord(
        in slice: FileSlice, _ statistics: inout SliceStatistics, _ body: (inout Record) -> Void
    ) {
        var record = Record(slice: slice, hasFields: true)
        let bytes = slice.bytes.span
        machine.begin(slice)
        switch way ?? Self.way(through: slice, machine.dialect) {
        case .fieldEnds:
            var scanner = CSVFieldScanner(machine)
            scanner.forEachRecord(into: &record, counting: &statistics, body)
        case .search:
            while machine.next(bytes, into: &record, counting: &statistics) {
                body(&record)
                statistics.records += 1
            }
        }
        statistics.lines = LineCount(.csv(machine.dialect)).lines(in: slice)
    }

    /// Parses the first record of `slice` alone; returns the offset after its line end.
    mutating func parseFirst(in slice: FileSlice, _ body: (inout Record) -> Void) -> Int {
        var record = Record(slice: slice, hasFields: true)
        var statistics = SliceStatistics()
        machine.begin(slice)
        if machine.next(slice.bytes.span, into: &record, counting: &statistics) { body(&record) }
        return machine.position
    }

    /// Looking at every byte costs less than searching for quotes where fields are short or none is quoted.
    private static func way(through slice: FileSlice, _ dialect: Dialect) -> Way {
        guard dialect.lineEnding != .cr else { return .search }
        var ends = FieldEnds(delimiter: dialect.delimiter)
        ends.begin(at: 0)
        let bytes = slice.bytes.span
        ends.find(in: bytes)
        let isShort = ends.count * longField > min(bytes.count, FieldEnds.stride)
        return isShort || slice.survey.quotes == 0 ? .fieldEnds : .search
    }

    /// From this mean length in bytes on, quotes are searched for.
    private static let longField = 128
}
