extension Provider {
    /// Nscale, offline; it publishes a minimum but no rate in text, so there is no built-in price.
    ///
    /// The rule is inferred: the job's parameters, their bounds and defaults are those of ``together``.
    public static let nscale = Provider(
        id: "nscale", name: "Nscale",
        state: ServiceState(
            .offline, date: "2026-05-20", text: "fine-tuning is offline while its next version is prepared"),
        limits: .nscale,
        rule: BillingRule(
            minimum: .usd("2.00"), validation: .timesEvals, holdoutPercent: 1, isStated: false,
            source: "https://docs.nscale.com/docs/ai-services/fine-tuning", date: "2026-05-20"))
}

extension PlanLimits {
    /// What Nscale's job accepts: 1 to 20 epochs, 0 to 100 evaluations.
    public static let nscale = PlanLimits(epochs: 1...20, evals: 0...100)
}
