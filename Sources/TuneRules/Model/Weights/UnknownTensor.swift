import TuneFindings
import TuneModels

/// TP721: a tensor that belongs to nothing.
struct UnknownTensor: ModelRule {
    static let description = RuleDescription(
        code: "TP721", name: "unknown-tensor", severity: .warning, since: "0.1.0",
        summary: "a tensor that the settings know nothing of",
        why: "it is left out when the model is loaded, without a word",
        accepted: [
            RuleExample("adapter/", ModelExample.adapter),
            RuleExample("model/", ModelExample.full),
        ],
        rejected: [
            ModelExample.adapter(
                ModelExample.adapterSettings,
                ModelExample.pair
                    + ", layers.0.k_proj.lora_A.weight F16 [2,4], layers.0.k_proj.lora_B.weight F16 [4,2]")
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .unknownTensor = defect.kind else { return nil }
        return Wording("\(defect.partName) belongs to nothing that the settings name")
    }
}
