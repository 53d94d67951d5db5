import TuneFindings
import TuneModels
import TuneText

/// TP725: what was to be trained is not there.
struct UntrainedTarget: ModelRule {
    static let description = RuleDescription(
        code: "TP725", name: "untrained-target", severity: .error, since: "0.1.0",
        summary:
            "nothing of what was to be trained is there, or a module that was to be saved whole is missing",
        why: "the adapter does not change what its settings say it changes",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(
                ModelExample.settings(rank: 2, targets: #"["v_proj"]"#), ModelExample.pair),
            ModelExample.adapter(
                #"adapter_config.json = {"r":2,"target_modules":["q_proj"],"modules_to_save":["lm_head"]}"#,
                ModelExample.pair),
            ModelExample.adapter(
                ModelExample.settings(rank: 2, targets: #""all-linear""#),
                #"adapter_model.safetensors = lm_head.weight F16 [4,2]"#),
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        switch defect.kind {
        case .untrainedTarget(let name):
            return Wording(
                "the settings name \(shown(name, limit: ModelWords.longestName)), and no tensor is for it")
        case .noLora: return Wording("no tensor is a matrix of LoRA's: the adapter changes no module")
        default: return nil
        }
    }
}
