extension Provider {
    /// Fireworks AI, which prices by the model's exact total number of parameters.
    public static let fireworks = Provider(
        id: "fireworks", name: "Fireworks AI",
        state: ServiceState(.live, date: "2026-10-08", text: "takes jobs"),
        rule: BillingRule(
            validation: .notStated, source: "https://docs.fireworks.ai/fine-tuning/cost-estimator.md",
            date: "2026-10-08"),
        prices: PriceBook.fireworks)
}

/// The page leaves gaps and overlaps between its brackets (`up to 16B`, `16.1-80B`, `80-300B`); here a
/// bracket ends with its upper bound and the next one begins above it.
extension PriceBook {
    private static let lora = PriceSheet(
        provider: "fireworks", adapter: .lora, source: "https://fireworks.ai/pricing",
        date: .read("2026-10-07"), grade: .b)
    private static let full = PriceSheet(
        provider: "fireworks", adapter: .full, source: "https://fireworks.ai/pricing",
        date: .read("2026-10-07"), grade: .b)
    private static let byRule = "by the page's rule: full is twice LoRA, DPO twice SFT"

    static let fireworks: [Price] = [
        lora.price(upTo: 16, rate: "0.50", .sft),
        lora.price(upTo: 16, rate: "1.00", .dpo),
        full.price(upTo: 16, rate: "1.00", .sft),
        full.price(upTo: 16, rate: "2.00", .dpo),
        lora.price(above: 16, upTo: 80, rate: "3.00", .sft),
        lora.price(above: 16, upTo: 80, rate: "6.00", .dpo),
        full.price(above: 16, upTo: 80, rate: "6.00", .sft, note: byRule),
        full.price(above: 16, upTo: 80, rate: "12.00", .dpo, note: byRule),
        lora.price(above: 80, upTo: 300, rate: "6.00", .sft),
        lora.price(above: 80, upTo: 300, rate: "12.00", .dpo),
        full.price(above: 80, upTo: 300, rate: "12.00", .sft, note: byRule),
        full.price(above: 80, upTo: 300, rate: "24.00", .dpo, note: byRule),
        lora.price(above: 300, rate: "10.00", .sft),
        lora.price(above: 300, rate: "20.00", .dpo),
        full.price(above: 300, rate: "20.00", .sft, date: .read("2026-07-10")),
        full.price(above: 300, rate: "40.00", .dpo),
    ]
}
