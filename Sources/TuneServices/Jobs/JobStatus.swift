/// How far a job is, in the service's word.
public struct JobStatus: Sendable, Equatable {
    /// The service's word.
    public var word: String

    /// The words the service documents, by which jobs can be filtered.
    public static let known = ["queued", "starting", "running", "completed", "failed", "cancelled"]

    /// The status of a word, which need not be a known one; upper and lower case are alike.
    public init(word: String) {
        self.word = word
    }

    /// Whether the job has come to its end. A word that is not known is not an end.
    public var isFinal: Bool { isSuccess || ["failed", "cancelled", "canceled"].contains(folded) }

    /// Whether there is a model to be had.
    public var isSuccess: Bool { ["completed", "succeeded"].contains(folded) }

    /// Whether nobody has documented the word.
    public var isUnknown: Bool { !isFinal && !Self.known.contains(folded) }

    private var folded: String { word.lowercased() }
}
