import TuneRules

/// What comparing the training examples took, and what it left out.
public struct Comparison: Sendable {
    /// What a record takes at most.
    public var bytesPerRecord = ExampleIndex.bytesPerEntry
    /// What was expected before the files were read; nil where their size did not tell.
    public var expectedBytes: Int? = 0
    /// The most bytes the index was allowed.
    public var limit: Int?
    /// The most bytes it took.
    public var bytes = 0
    /// The examples whose repetitions were not looked for.
    public var forgotten = 0

    /// True when every example was compared with all before it.
    public var isComplete: Bool { forgotten == 0 }

    init(_ files: [FileSummary], _ index: ExampleIndex, limit: Int?) {
        self.limit = limit
        bytes = index.peakBytes
        forgotten = index.forgotten
        for forecast in files.compactMap(\.forecast) {
            bytesPerRecord = max(bytesPerRecord, forecast.bytesPerRecord)
            expectedBytes = forecast.isLeast ? nil : expectedBytes.map { $0 + forecast.bytes }
        }
    }
}
