extension Provider {
    /// Together AI. A cancelled or early-stopped job is billed for the steps it finished, a failed one is
    /// refunded.
    public static let together = Provider(
        id: "together", name: "Together AI",
        state: ServiceState(.live, date: "2026-09-19", text: "takes jobs"),
        rule: BillingRule(
            minimum: .usd("4.00"), minimumNote: "some models are exempt or higher, up to $60.00",
            validation: .timesEvals, paddingBilled: true,
            source: "https://docs.together.ai/docs/fine-tuning/pricing", date: nil),
        prices: PriceBook.together)
}

extension PriceBook {
    private static let sheet = PriceSheet(
        provider: "together", adapter: .lora,
        source: "https://www.together.ai/blog/"
            + "together-ai-expands-fine-tuning-service-with-more-models-live-metrics-and-finer-controls",
        date: .effective("2026-09-11"), grade: .a)

    static let together: [Price] = [
        sheet.price("Qwen/Qwen3.5-9B", rate: "0.34", .sft),
        sheet.price("Qwen/Qwen3.5-9B", rate: "0.84", .dpo),
        sheet.price("Qwen/Qwen3.8-27B", rate: "1.05", .sft),
        sheet.price("Qwen/Qwen3.8-27B", rate: "2.62", .dpo),
        sheet.price("google/gemma-4-31B-it", rate: "1.05", .sft),
        sheet.price("google/gemma-4-31B-it", rate: "2.62", .dpo),
        sheet.price("openai/gpt-oss-20b", rate: "0.40", .sft),
        sheet.price("openai/gpt-oss-20b", rate: "1.00", .dpo),
        sheet.price("openai/gpt-oss-120b", rate: "2.50", .sft),
        sheet.price("openai/gpt-oss-120b", rate: "6.25", .dpo),
    ]
}
