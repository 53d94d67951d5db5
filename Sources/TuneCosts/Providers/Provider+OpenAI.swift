extension Provider {
    /// OpenAI, which is closing fine-tuning. Every message is billed with its overhead, cut at the model's
    /// maximum.
    public static let openAI = Provider(
        id: "openai", name: "OpenAI",
        state: ServiceState(
            .closing, date: "2026-07-02",
            text: "closed to organisations without a tuned model in use, last new jobs 2027-01-06"),
        rule: BillingRule(
            validation: .notStated, source: "https://cookbook.openai.com/examples/chat_finetuning_data_prep",
            date: "2023-08-22"),
        prices: PriceBook.openAI)
}

extension PriceBook {
    private static let sheet = PriceSheet(
        provider: "openai", adapter: nil, source: "https://developers.openai.com/api/docs/pricing",
        date: .read("2026-08-05"), grade: .b)
    private static let ending = "the model and its tunes end 2027-01-14"

    static let openAI: [Price] = [
        sheet.price("gpt-4.1-2025-04-14", rate: "25.00", note: ending),
        sheet.price("gpt-4.1-mini-2025-04-14", rate: "5.00", note: ending),
        sheet.price("gpt-4o-2024-08-06", rate: "25.00", note: ending),
        sheet.price("gpt-4o-mini-2024-07-18", rate: "3.00", note: ending),
    ]
}
