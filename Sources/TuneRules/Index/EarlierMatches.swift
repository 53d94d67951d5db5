/// The earlier examples like the one at hand.
public struct EarlierMatches: Sendable, Equatable {
    /// The first with the same prompt and answer.
    public var whole: Match?
    /// The first with the same prompt, whatever its answer.
    public var prompt: Match?
    /// The first under the same id.
    public var key: Match?

    /// A record of this file or another.
    public struct Match: Sendable, Equatable {
        /// The record, counted from 1 in its file.
        public var record: Int
        /// The file's path; nil for the file at hand.
        public var path: String?

        /// `record 12`, with the file's name when it is another one.
        var words: String { path.map { "record \(record) of \($0)" } ?? "record \(record)" }
    }

    /// Matches of an example that is like none before it.
    public init() {}
}
