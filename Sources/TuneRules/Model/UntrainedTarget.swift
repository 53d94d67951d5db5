import TuneArchives
import TuneFindings

/// TP725: a module without its matrices.
struct UntrainedTarget: ModelRule {
    static let description = RuleDescription(
        code: "TP725", name: "untrained-target", severity: .error, since: "0.1.0",
        summary: "a module that was to be trained and has no matrices",
        why: "the adapter does not change what its settings say it changes",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(
                ModelExample.settings(rank: 2, targets: #"["q_proj","v_proj"]"#), ModelExample.pair)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .untrainedTarget(let name) = defect.fault else { return nil }
        return Wording("the settings name \(ModelWords.name(name)), and no tensor is for it")
    }
}
