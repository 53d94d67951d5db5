import TuneFindings
import TuneModels
import TuneText

/// TP726: a module trained in some layers only.
struct UnevenLayers: ModelRule {
    static let description = RuleDescription(
        code: "TP726", name: "uneven-layers", severity: .warning, since: "0.1.0",
        summary: "a module with matrices in some layers and not in others",
        why: "the adapter is cut, unless the model itself has the module in some layers only",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(
                ModelExample.adapterSettings,
                #"adapter_model.safetensors = layers.1.q_proj.lora_A.weight F16 [2,4], layers.1.q_proj.lora_B.weight F16 [4,2]"#
            )
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .missingLayers(let module, let layers) = defect.kind else { return nil }
        let some = layers.prefix(5).map { "\($0)" }.joined(separator: ", ")
        return Wording(
            "\(shown(module, limit: ModelWords.longestName)) has no matrices in \(plural(layers.count, "layer")):"
                + " \(some)\(layers.count > 5 ? ", …" : "")")
    }
}
