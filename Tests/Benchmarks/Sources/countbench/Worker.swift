import TuneTokens

/// Counts a batch of records, pass after pass, with a counter of its own; one task at a time uses it.
final class Worker: @unchecked Sendable {
    private(set) var counts: [UInt32]
    private let counter: ExactCounter
    private let bytes: [UInt8]
    private let records: ArraySlice<Range<Int>>

    init(_ counter: ExactCounter, _ bytes: [UInt8], _ records: ArraySlice<Range<Int>>) {
        self.counter = counter
        self.bytes = bytes
        self.records = records
        counts = [UInt32](repeating: 0, count: records.count)
    }

    func pass() {
        let (counter, bytes) = (counter, bytes)
        for (index, record) in records.enumerated() {
            counts[index] = UInt32(counter.count(bytes.span.extracting(record)))
        }
    }
}
