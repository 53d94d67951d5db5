extension BillingRule {
    /// The tokens billed for a job: those of the training data in every epoch, and those of the validation
    /// data by this rule.
    ///
    /// - Parameters:
    ///   - training: Tokens of one pass over the training data.
    ///   - validation: Tokens of one pass over the validation data; nil when there is no validation file.
    ///   - plan: How often each is gone through.
    public func billedTokens(
        training: TokenRange, validation: TokenRange? = nil, plan: TrainingPlan
    ) throws(CostError) -> TokenRange {
        guard let validation else { return try withoutValidation(training, plan) }
        let passes = validationPasses(plan)
        return try TokenRange(
            expected: total(
                training.expected, times: plan.epochs, and: validation.expected, times: passes.expected),
            low: total(training.low, times: plan.epochs, and: validation.low, times: passes.low),
            high: total(training.high, times: plan.epochs, and: validation.high, times: passes.high))
    }

    private func validationPasses(_ plan: TrainingPlan) -> (expected: Int, low: Int, high: Int) {
        switch validation {
        case .timesEvals: (plan.evals, plan.evals, plan.evals)
        case .once: (1, 1, 1)
        case .notStated: (0, 0, max(1, plan.evals))
        }
    }

    /// Whether rows taken for evaluation are still trained on, and whether that evaluation is billed, is not
    /// published: the low figure assumes neither, the high one both.
    private func withoutValidation(
        _ training: TokenRange, _ plan: TrainingPlan
    ) throws(CostError) -> TokenRange {
        let percent = Int128(holdoutPercent ?? 0)
        let kept = Int128(training.low) * (100 - percent) / 100
        let evaluated = (Int128(training.high) * percent + 99) / 100
        return try TokenRange(
            expected: total(training.expected, times: plan.epochs),
            low: total(kept.narrowed(.billedTokens), times: plan.epochs),
            high: total(
                training.high, times: plan.epochs, and: evaluated.narrowed(.billedTokens), times: 1))
    }
}

private func total(
    _ training: Int, times epochs: Int, and validation: Int = 0, times passes: Int = 0
) throws(CostError) -> Int {
    try (Int128(training) * Int128(epochs) + Int128(validation) * Int128(passes)).narrowed(.billedTokens)
}
