import TuneFindings
import TuneModels
import TuneText

/// TP732: a target without tensors, beside others that have theirs.
struct AbsentTarget: ModelRule {
    static let description = RuleDescription(
        code: "TP732", name: "absent-target", severity: .warning, since: "0.1.0",
        summary: "a target that no module of the adapter has, while others have theirs",
        why: "the base model may have no such module; if it has one, the adapter lacks it",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(
                ModelExample.settings(rank: 2, targets: #"["q_proj","v_proj"]"#), ModelExample.pair)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .absentTarget(let name) = defect.kind else { return nil }
        return Wording(
            "the settings name \(shown(name, limit: ModelWords.longestName)), and no tensor is for it")
    }
}
