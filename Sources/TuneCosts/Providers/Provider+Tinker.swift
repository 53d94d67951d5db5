extension Provider {
    /// Tinker by Thinking Machines: LoRA only; the user's own loop decides which tokens are sent, and all are
    /// billed.
    public static let tinker = Provider(
        id: "tinker", name: "Tinker",
        state: ServiceState(.live, date: "2026-10-07", text: "takes jobs"),
        rule: BillingRule(
            validation: .notStated, source: "https://tinker-docs.thinkingmachines.ai/tinker/models/",
            date: "2026-10-07"),
        prices: PriceBook.tinker)
}

extension PriceBook {
    private static let sheet = PriceSheet(
        provider: "tinker", adapter: .lora, source: "https://tinker-docs.thinkingmachines.ai/tinker/models/",
        date: .effective("2026-07-17"), grade: .b)
    private static let promotion = "limited-time 50 % off, the list price is double"

    static let tinker: [Price] = [
        sheet.price("Qwen3-8B", rate: "0.44", date: .read("2026-10-07")),
        sheet.price("Qwen3.5-4B", rate: "0.737"),
        sheet.price("Qwen3.5-9B", rate: "1.463"),
        sheet.price("Qwen3.5-9B-Base", rate: "1.463"),
        sheet.price("Qwen3.6-27B", rate: "4.103"),
        sheet.price("Qwen3.8-27B", context: "64K", rate: "4.103", date: .read("2026-09-19")),
        sheet.price("Qwen3.6-35B-A3B", rate: "1.177"),
        sheet.price("Qwen3.5-35B-A3B-Base", rate: "1.177"),
        sheet.price("Qwen3.5-397B-A17B", rate: "6.60"),
        sheet.price("Qwen3.5-397B-A17B", context: "256K", rate: "12.00"),
        sheet.price("Nemotron-3-Nano-30B-A3B", rate: "0.44", note: promotion),
        sheet.price("Nemotron-3-Super-120B", rate: "1.276", note: promotion),
        sheet.price("Nemotron-3-Ultra-550B", rate: "5.478", note: promotion),
        sheet.price("gpt-oss-20b", rate: "0.396"),
        sheet.price("gpt-oss-120b", rate: "0.737"),
        sheet.price("gpt-oss-120b", context: "128K", rate: "2.33"),
        sheet.price("DeepSeek-V3.1", rate: "3.718"),
        sheet.price("Kimi-K2.6", rate: "4.84"),
        sheet.price("Kimi-K2.6", context: "128K", rate: "15.40"),
        sheet.price("GLM-5.3", context: "256K", rate: "14.58", date: .read("2026-09-19")),
        sheet.price("Inkling", context: "64K", rate: "5.61", date: .read("2026-10-07"), note: promotion),
        sheet.price("Inkling", context: "256K", rate: "11.23", note: promotion),
    ]
}
