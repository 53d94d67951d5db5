/// What a rule is, for people and for programs. From it come `explain`, `docs/rules.md` and the rule's own
/// test.
public struct RuleDescription: Sendable {
    /// The code, `TP` and three digits; never reused.
    public let code: String
    /// The name in kebab case; it reads after "allow".
    public let name: String
    /// How much its findings matter.
    public let severity: Severity
    /// The version that brought the rule.
    public let since: String
    /// What it finds, in one line.
    public let summary: String
    /// Whom it hurts and how, in a sentence or two.
    public let why: String
    /// Data that the rule leaves alone.
    public let accepted: [RuleExample]
    /// Data in which the rule finds something; `▸` comes before it.
    public let rejected: [RuleExample]

    /// What a rule says of itself; see the properties.
    public init(
        code: String, name: String, severity: Severity, since: String, summary: String, why: String,
        accepted: [RuleExample], rejected: [RuleExample]
    ) {
        self.code = code
        self.name = name
        self.severity = severity
        self.since = since
        self.summary = summary
        self.why = why
        self.accepted = accepted
        self.rejected = rejected
    }

    /// The family the code belongs to.
    public var family: RuleFamily { RuleFamily(code: code) }
}
