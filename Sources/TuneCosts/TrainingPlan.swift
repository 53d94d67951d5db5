/// How often the data is gone through.
public struct TrainingPlan: Sendable, Hashable {
    /// How many times the training data is trained on.
    public let epochs: Int
    /// How many times the validation data is evaluated during the whole job.
    public let evals: Int

    /// A plan within limits; throws when it is outside them. The defaults are those of Nscale's job.
    public init(epochs: Int = 1, evals: Int = 0, within limits: PlanLimits = .any) throws(CostError) {
        self.epochs = epochs
        self.evals = evals
        if let problem = problem(within: limits) { throw problem }
    }

    /// What a provider with these limits would refuse, nil when it would accept the plan.
    public func problem(within limits: PlanLimits) -> CostError? {
        if !limits.epochs.contains(epochs) { return .epochsOutOfBounds(epochs, allowed: limits.epochs) }
        if !limits.evals.contains(evals) { return .evalsOutOfBounds(evals, allowed: limits.evals) }
        return nil
    }
}
