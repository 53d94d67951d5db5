/// The records of one slice, lent to whoever works on it.
public struct SliceRecords: ~Copyable {
    /// The slice they are part of.
    public let slice: FileSlice
    /// What was counted so far; zeros before ``forEach(_:)``.
    private(set) var statistics = SliceStatistics()
    private var parser: RecordParser

    init(of slice: FileSlice, by parser: RecordParser) {
        self.slice = slice
        self.parser = parser
    }

    /// Parses the slice and lends its records in order, each for the length of a call. To be called once: the slice's
    /// statistics are those of the last call.
    public mutating func forEach(_ body: (inout Record) -> Void) {
        statistics = parser.forEachRecord(in: slice, body)
    }
}
