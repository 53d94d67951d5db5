public import TuneModels

/// Judges what was found in a model folder. Every defect belongs to one rule.
public protocol ModelRule: Rule {
    /// What is said of a defect; nil when it is another rule's.
    func wording(of defect: ModelDefect) -> Wording?
}

extension ModelRule {
    /// The rule as one that judges models.
    public var kind: RuleKind { .model(self) }
}
