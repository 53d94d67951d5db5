public import TuneRecords

/// Which record of a slice: known after the record itself has gone.
public struct RecordPosition: Sendable {
    /// The record's index in the slice, from 0.
    public var index: Int
    /// The record's bytes in the slice, without line end or comma.
    public var bytes: Range<Int>

    /// The position of a lent record, to be kept when it has gone.
    public init(_ record: borrowing Record) {
        index = record.index
        bytes = record.start..<record.end
    }
}
