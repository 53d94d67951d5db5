import TuneFindings
import TuneModels
import TuneText

/// TP723: one matrix of two.
struct HalfALoraPair: ModelRule {
    static let description = RuleDescription(
        code: "TP723", name: "half-a-lora-pair", severity: .error, since: "0.1.0",
        summary: "a module of an adapter without one of the tensors that belong together",
        why:
            "the matrices are multiplied with each other, and with DoRA scaled by a vector; one without the others changes nothing, changes it wrongly or keeps the adapter from loading",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(
                ModelExample.adapterSettings,
                #"adapter_model.safetensors = layers.0.q_proj.lora_A.weight F16 [2,4]"#)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .missingHalf(let module, let has, let lacks) = defect.kind else { return nil }
        return Wording(
            "\(shown(module, limit: ModelWords.longestName)) has `\(has)` and lacks `\(lacks)`",
            help: ModelWords.downloadAgain)
    }
}
