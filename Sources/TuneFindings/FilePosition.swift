/// How much of a file comes before a slice of it.
public struct FilePosition: Sendable, Equatable {
    /// Number of records, the header not counted.
    public var records: Int
    /// Number of physical lines, the header's included.
    public var lines: Int

    /// The position after so many records and lines.
    public init(records: Int = 0, lines: Int = 0) {
        self.records = records
        self.lines = lines
    }

    /// Moves on past records and lines.
    public mutating func advance(records: Int, lines: Int) {
        self.records += records
        self.lines += lines
    }
}

extension Finding {
    /// The finding of a slice as one of the file: record and line numbers, counted from 1 after `position`, count from
    /// the file's beginning.
    public func placed(after position: FilePosition) -> Finding {
        var finding = self
        finding.site.record = site.record.map { $0 + position.records }
        finding.site.line = site.line.map { $0 + position.lines }
        return finding
    }
}
