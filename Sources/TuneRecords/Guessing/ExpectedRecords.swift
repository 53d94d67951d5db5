import TuneBytes

/// How many records a file holds, as far as its size and the mean length of its first ones tell.
public struct ExpectedRecords: Sendable, Equatable {
    /// The number; exact when the file ends with its first records.
    public var count: Int
    /// True where there may be any number more: the size of gzip and of streams does not tell.
    public var isLeast: Bool

    /// Reckons with the first records of `input`.
    init(_ sample: RecordSample, of input: TextInput) {
        let (slice, seen) = (sample.slice, sample.count)
        let length = input.encoding.storedLength(of: slice.bytes.span)
        guard !slice.endsFile, length > 0, let size = input.storedSize else {
            (count, isLeast) = (seen, !slice.endsFile)
            return
        }
        let rest = max(0, size - slice.storedOffset)
        count = max(seen, rest / length * seen + rest % length * seen / length)
        isLeast = input.compression != nil
    }
}
