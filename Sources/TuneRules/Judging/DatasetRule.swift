/// Judges an example beside all that came before.
public protocol DatasetRule: Rule {
    /// What is wrong with an example, given the earlier ones like it; nil when nothing is.
    func judge(_ example: Fingerprint, _ earlier: EarlierMatches) -> Wording?
}

extension DatasetRule {
    /// The rule as one that judges data sets.
    public var kind: RuleKind { .dataset(self) }
}
