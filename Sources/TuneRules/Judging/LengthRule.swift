/// Judges an example that has more tokens than the model reads.
public protocol LengthRule: Rule {
    /// What is wrong with an example of `tokens` that is cut by `loss`; nil when nothing is.
    func judge(_ loss: ContextLoss, of tokens: borrowing ExampleTokens) -> Wording?
}

extension LengthRule {
    /// The rule as one that judges lengths.
    public var kind: RuleKind { .length(self) }
}
