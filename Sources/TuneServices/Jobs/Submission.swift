internal import TuneBytes
internal import TuneTransfer

/// What came of asking for a job.
public struct Submission: Sendable, Equatable {
    /// The job; nil when it was only to be quoted.
    public var job: Job?
    /// The quote, if the service gave one.
    public var estimate: Estimate?

    /// Reads an answer with the job nested or flat.
    init(_ answer: JSON, isDryRun: Bool, _ mask: SecretMask) {
        job = isDryRun ? nil : Job(answer, mask)
        estimate = Estimate(answer["estimated_usage"])
    }
}
