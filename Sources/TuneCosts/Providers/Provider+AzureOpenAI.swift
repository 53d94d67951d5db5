extension Provider {
    /// Azure OpenAI; no page with figures was found, so there is no built-in price.
    ///
    /// Queueing, failed jobs and paused time are not billed. Global training costs 10 to 30 % less than
    /// regional, developer training half of global.
    public static let azureOpenAI = Provider(
        id: "azure-openai", name: "Azure OpenAI",
        state: ServiceState(.live, date: "2025-11-26", text: "takes jobs"),
        rule: BillingRule(
            validation: .notStated, source: "Microsoft Learn, fine-tuning cost management", date: "2025-11-26"
        ))
}
