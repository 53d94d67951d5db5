internal import TuneBytes
internal import TuneTransfer

extension Submission {
    /// Reads an answer of Nscale with the job nested or flat. What `mask` knows is hidden.
    init(_ answer: JSON, isDryRun: Bool, hiding mask: SecretMask) {
        job = isDryRun ? nil : Job(answer, hiding: mask)
        estimate = Estimate(answer["estimated_usage"])
    }
}
