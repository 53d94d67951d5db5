public import TuneFindings

/// One thing that can be wrong with training data, or with a model.
public protocol Rule: Sendable {
    /// What the rule is.
    static var description: RuleDescription { get }
}
