import TuneCosts

/// The tokens of files, by way of counting.
public struct CountResult: Sendable {
    /// One file.
    public struct File: Sendable {
        /// Its path.
        public var path: String
        /// Its records.
        public var records: Int
        /// Records that could not be read or are no example; their text is not counted.
        public var unreadable: Int
        /// One count for each way.
        public var counts: [Count]
    }

    /// The tokens of a file, counted in one way.
    public struct Count: Sendable {
        /// How they were counted.
        public var tokenizer: TokenizerUse
        /// The tokens.
        public var tokens: TokenTally
    }

    /// The files, in order.
    public var files: [File]

    /// The tokens of all files, counted in the way at `index`, as a range.
    func range(ofWay index: Int) throws(CostError) -> TokenRange {
        let total = files.reduce(0) { $0 + $1.counts[index].tokens.total }
        let error = files.map { $0.counts[index].tokenizer.errorPermille }.max() ?? 0
        return try TokenRange(estimate: total, errorPermille: error)
    }
}
