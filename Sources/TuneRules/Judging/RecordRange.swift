import TuneBytes
public import TuneRecords

/// The byte range of a record that a finding points at, in bytes of the slice.
public struct RecordRange: Sendable {
    /// The first byte.
    public var start: Int
    /// The byte after the last.
    public var end: Int
    /// The index of the value it belongs to; nil for the record as a whole.
    public var value: Int?

    /// The bytes from `start` up to `end`, which belong to `value`.
    public init(_ start: Int, _ end: Int, value: Int? = nil) {
        self.start = start
        self.end = end
        self.value = value
    }

    /// Where a defect was seen.
    public init(_ defect: RecordDefect) {
        self.init(defect.offset, defect.end)
    }

    /// The record as a whole.
    public static func record(_ record: borrowing Record) -> RecordRange {
        RecordRange(record.start, record.end)
    }

    /// The value at `index`, or the record as a whole for nil.
    public static func value(_ index: Int?, of record: borrowing Record) -> RecordRange {
        guard let index else { return .record(record) }
        return RecordRange(Int(record.values[index].start), Int(record.values[index].end), value: index)
    }
}
