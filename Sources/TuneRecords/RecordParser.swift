/// Parses slices of any format into lent records.
public struct RecordParser: Sendable {
    private let format: RecordFormat
    private let columnCount: Int

    /// A parser for files of `format`; `columnCount` is the number of names in a CSV header.
    public init(format: RecordFormat, columnCount: Int) {
        self.format = format
        self.columnCount = columnCount
    }

    /// Lends every record of the slice, in order, and returns what was counted on the way.
    @discardableResult
    public mutating func forEachRecord(in slice: FileSlice, _ body: (inout Record) -> Void) -> SliceStatistics
    {
        var statistics = SliceStatistics()
        switch format {
        case .csv(let dialect):
            var parser = CSVParser(dialect: dialect, expected: columnCount)
            parser.forEachRecord(in: slice, &statistics, body)
        case .jsonLines:
            var parser = JSONLinesParser()
            parser.forEachRecord(in: slice, &statistics, body)
        case .jsonArray:
            var parser = JSONElementsParser(isObject: false)
            parser.forEachRecord(in: slice, &statistics, body)
        case .jsonObject:
            var parser = JSONElementsParser(isObject: true)
            parser.forEachRecord(in: slice, &statistics, body)
        }
        return statistics
    }
}
