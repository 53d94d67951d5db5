/// How many epochs and evaluations a provider accepts in one job.
public struct PlanLimits: Sendable, Hashable {
    /// The accepted numbers of epochs.
    public let epochs: ClosedRange<Int>
    /// The accepted numbers of evaluations.
    public let evals: ClosedRange<Int>

    /// Limits with the numbers of epochs and of evaluations that are accepted, bounds included.
    public init(epochs: ClosedRange<Int>, evals: ClosedRange<Int>) {
        self.epochs = epochs
        self.evals = evals
    }

    /// At least one epoch and any number of evaluations: for providers whose limits are not known.
    public static let any = PlanLimits(epochs: 1...Int.max, evals: 0...Int.max)
}
