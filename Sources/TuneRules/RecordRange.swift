import TuneBytes
public import TuneRecords

/// The place in a record that a finding points at, as bytes of the slice.
public struct RecordRange: Sendable {
    /// The first byte.
    public var start: Int
    /// The byte after the last.
    public var end: Int
    /// The value of the record the place belongs to; nil for the record as a whole.
    public var value: Int?

    /// A place.
    public init(_ start: Int, _ end: Int, value: Int? = nil) {
        self.start = start
        self.end = end
        self.value = value
    }

    /// A defect's place.
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
