public import TuneModels

/// The rules for model folders of one run.
public struct ModelRuleSet: Sendable {
    private let rules: [(id: RuleID, rule: any ModelRule)]

    /// The rules but for those in `allow`; `only` empty means all.
    public init(only: Set<RuleID> = [], allow: Set<RuleID> = []) {
        rules = RuleCatalogue.rules(for: .any, only: only, allow: allow).compactMap { id, rule in
            if case .model(let rule) = rule.kind { (id, rule) } else { nil }
        }
    }

    /// What is said of a defect of the model in `folder`; nil when its rule is left out.
    public func finding(of defect: ModelDefect, in folder: String) -> RuleFinding? {
        for (id, rule) in rules {
            guard let wording = rule.wording(of: defect) else { continue }
            return RuleFinding(id, wording, site: defect.site(in: folder))
        }
        return nil
    }
}
