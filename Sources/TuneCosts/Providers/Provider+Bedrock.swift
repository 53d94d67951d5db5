extension Provider {
    /// Amazon Bedrock; only undated rates and rates of 2024 were found, so there is no built-in price.
    ///
    /// A custom model is stored at $1.95 a month, which a quote leaves out.
    public static let bedrock = Provider(
        id: "bedrock", name: "Amazon Bedrock",
        state: ServiceState(.live, date: nil, text: "takes jobs"),
        rule: BillingRule(
            validation: .notStated, source: "docs.aws.amazon.com/bedrock, cm-hp-nova-mm", date: nil))
}
