extension Provider {
    /// Prime Intellect's hosted training, made for reinforcement learning.
    public static let primeIntellect = Provider(
        id: "prime-intellect", name: "Prime Intellect",
        state: ServiceState(.live, date: "2026-09-20", text: "takes jobs"),
        rule: BillingRule(
            validation: .notStated, isStated: false,
            source: "https://docs.primeintellect.ai/hosted-training/models-and-pricing", date: "2026-09-20"),
        prices: PriceBook.primeIntellect)
}

extension PriceBook {
    private static let sheet = PriceSheet(
        provider: "prime-intellect", adapter: nil,
        source: "https://docs.primeintellect.ai/hosted-training/models-and-pricing",
        date: .read("2026-09-20"), grade: .b)
    private static let rollouts = "training tokens only, rollouts are billed apart"

    static let primeIntellect: [Price] = [
        sheet.price("Qwen3.5-0.8B", rate: "0.06", note: rollouts),
        sheet.price("Qwen3.5-2B", rate: "0.15", note: rollouts),
        sheet.price("Qwen3.5-4B", rate: "0.30", note: rollouts),
        sheet.price("Qwen3.5-9B", rate: "0.60", note: rollouts),
        sheet.price("Qwen3.5-35B-A3B", rate: "1.00", note: rollouts),
        sheet.price("Qwen3.6-35B-A3B", rate: "1.00", note: rollouts),
        sheet.price("Llama-3.2-1B-Instruct", rate: "0.06", note: rollouts),
        sheet.price("Llama-3.2-3B-Instruct", rate: "0.15", note: rollouts),
        sheet.price("gpt-oss-20b", rate: "0.40", note: rollouts),
        sheet.price("Nemotron-3.5-Lightning-30B-A3B", rate: "0.60", note: rollouts),
        sheet.price("Laguna-XS.2", rate: "0.00", note: rollouts),
    ]
}
