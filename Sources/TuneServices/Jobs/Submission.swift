/// What came of asking for a job.
public struct Submission: Sendable, Equatable {
    /// The job; nil when it was only to be quoted.
    public var job: Job?
    /// The quote, if the service gave one.
    public var estimate: Estimate?
}
