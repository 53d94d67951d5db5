extension Provider {
    /// Mistral, which no longer supports fine-tuning; no rate was found, so there is no built-in price.
    ///
    /// A tuned model is stored at $2.00 a month, which a quote leaves out.
    public static let mistral = Provider(
        id: "mistral", name: "Mistral",
        state: ServiceState(.closing, date: "2026-08-21", text: "deprecated, not actively supported"),
        rule: BillingRule(
            minimum: .usd("4.00"), validation: .notStated, isStated: false, source: "https://docs.mistral.ai",
            date: "2026-08-21"))
}
