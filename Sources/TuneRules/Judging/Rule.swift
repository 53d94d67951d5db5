public import TuneFindings

/// One thing that can be wrong with training data, or with a model.
public protocol Rule: Sendable {
    /// What the rule is.
    static var description: RuleDescription { get }
    /// What the rule judges. Each kind of rule answers for itself: to ask the runtime what a rule conforms to takes the
    /// time of the whole of a small check.
    var kind: RuleKind { get }
}
