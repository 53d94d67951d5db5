extension Provider {
    /// Prime Intellect's hosted training, made for reinforcement learning.
    public static let primeIntellect = Provider(
        id: "prime-intellect", name: "Prime Intellect",
        state: ServiceState(.live, date: "2026-09-20", text: "takes jobs"),
        rule: BillingRule(
            validation: .notStated, isStated: false,
            source: "https://docs.primeintellect.ai/hosted-training/models-and-pricing", date: "2026-09-20"))
}

extension PriceBook {
    private static let sheet = PriceSheet(
        provider: "prime-intellect", adapter: nil,
        source: "https://docs.primeintellect.ai/hosted-training/models-and-pricing",
        date: .read("2026-09-20"), grade: .b)
    private static let rollouts = "training tokens only, rollouts are billed apart"

    static let primeIntellect: [Price] = [
        sheet.price("Qwen3.5-0.8B", "0.06", note: rollouts),
        sheet.price("Qwen3.5-2B", "0.15", note: rollouts),
        sheet.price("Qwen3.5-4B", "0.30", note: rollouts),
        sheet.price("Qwen3.5-9B", "0.60", note: rollouts),
        sheet.price("Qwen3.5-35B-A3B", "1.00", note: rollouts),
        sheet.price("Qwen3.6-35B-A3B", "1.00", note: rollouts),
        sheet.price("Llama-3.2-1B-Instruct", "0.06", note: rollouts),
        sheet.price("Llama-3.2-3B-Instruct", "0.15", note: rollouts),
        sheet.price("gpt-oss-20b", "0.40", note: rollouts),
        sheet.price("Nemotron-3.5-Lightning-30B-A3B", "0.60", note: rollouts),
        sheet.price("Laguna-XS.2", "0.00", note: rollouts),
    ]
}
