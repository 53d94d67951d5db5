public import TuneFindings

/// A finding, and the rule that made it.
public struct RuleFinding: Sendable {
    /// The rule.
    public var rule: RuleID
    /// The finding.
    public var finding: Finding

    /// What `rule` says in `wording` of something at `site`.
    init(_ rule: RuleID, _ wording: Wording, site: Location, excerpt: Excerpt? = nil) {
        let description = rule.description
        self.rule = rule
        finding = Finding(
            code: description.code, name: description.name, severity: description.severity,
            message: wording.message, why: wording.why, help: wording.help, site: site, excerpt: excerpt)
    }

    /// The same with the numbers of the file; see `Finding.placed(after:)`.
    public func placed(after position: FilePosition) -> RuleFinding {
        var found = self
        found.finding = finding.placed(after: position)
        return found
    }
}
