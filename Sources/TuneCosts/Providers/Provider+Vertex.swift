extension Provider {
    /// Google Vertex AI; the tuning rates confirmed are those of Gemini 2.0, which was shut down on
    /// 2026-06-01, so there is no built-in price.
    public static let vertex = Provider(
        id: "vertex", name: "Google Vertex AI",
        state: ServiceState(.live, date: "2026-08-05", text: "takes jobs"),
        rule: BillingRule(
            validation: .notStated, source: "https://cloud.google.com/vertex-ai/generative-ai/pricing",
            date: "2026-08-05"))
}
