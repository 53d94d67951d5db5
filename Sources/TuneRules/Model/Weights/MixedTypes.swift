import TuneFindings
import TuneModels

/// TP727: tensors of several types.
struct MixedTypes: ModelRule {
    static let description = RuleDescription(
        code: "TP727", name: "mixed-types", severity: .warning, since: "0.1.0",
        summary: "an adapter whose matrices are of several types",
        why:
            "some have another precision than the rest; trainers save all matrices of an adapter alike unless told otherwise",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(
                ModelExample.adapterSettings,
                #"adapter_model.safetensors = layers.0.q_proj.lora_A.weight F16 [2,4], layers.0.q_proj.lora_B.weight F32 [4,2]"#
            )
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .mixedTypes(let types) = defect.kind else { return nil }
        let parts = types.sorted { $0.key < $1.key }.map { "\($0.value) of \($0.key.rawValue)" }
        return Wording("the matrices are of \(types.count) types: \(parts.joined(separator: ", "))")
    }
}
