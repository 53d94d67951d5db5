public import TuneFindings
public import TuneModels

/// Judges what was found in a model folder. Every fault belongs to one rule.
public protocol ModelRule: Rule {
    /// What is said of a defect; nil when it is another rule's.
    func wording(of defect: ModelDefect) -> Wording?
}

/// The rules for model folders of one run.
public struct ModelRuleSet: Sendable {
    private let rules: [(place: Int, rule: any ModelRule)]

    /// The rules; `only` and `allow` hold places in the catalogue, `only` empty means all.
    public init(only: Set<Int> = [], allow: Set<Int> = []) {
        rules = RuleCatalogue.rules(for: .any).compactMap { rule in
            guard let rule = rule as? any ModelRule,
                let place = RuleCatalogue.place(of: type(of: rule).description.code),
                (only.isEmpty || only.contains(place)) && !allow.contains(place)
            else { return nil }
            return (place, rule)
        }
    }

    /// What is said of a defect of the model in `folder`, with the rule's place; nil when its rule is left out.
    public func finding(of defect: ModelDefect, in folder: String) -> (place: Int, finding: Finding)? {
        for (place, rule) in rules {
            guard let wording = rule.wording(of: defect) else { continue }
            let description = RuleCatalogue.descriptions[place]
            let finding = Finding(
                code: description.code, name: description.name, severity: description.severity,
                message: wording.message, why: wording.why, help: wording.help,
                site: defect.site(in: folder))
            return (place, finding)
        }
        return nil
    }
}
