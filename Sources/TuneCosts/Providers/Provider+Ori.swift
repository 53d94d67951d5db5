extension Provider {
    /// Ori, whose page works an example: 3 epochs of 5 million tokens and 1 million for validation cost
    /// $7.36.
    public static let ori = Provider(
        id: "ori", name: "Ori",
        state: ServiceState(.live, date: nil, text: "takes jobs"),
        rule: BillingRule(validation: .once, source: "https://docs.ori.co/fine-tuning/billing", date: nil),
        prices: PriceBook.ori)
}

extension PriceBook {
    private static let sheet = PriceSheet(
        provider: "ori", adapter: .lora, source: "https://docs.ori.co/fine-tuning/billing", date: .undated,
        grade: .a)

    static let ori: [Price] = [
        sheet.price(upTo: 10, rate: "0.46")
    ]
}
