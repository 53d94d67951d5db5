/// Where a job stands, in the service's word.
public struct JobStatus: Sendable, Equatable {
    /// The service's word.
    public var word: String

    /// A status.
    public init(word: String) {
        self.word = word
    }

    /// Whether the job has come to its end. A word that is not known is not an end.
    public var isFinal: Bool {
        ["completed", "succeeded", "failed", "cancelled", "canceled"].contains(word)
    }
}
