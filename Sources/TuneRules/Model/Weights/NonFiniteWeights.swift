import TuneBytes
import TuneFindings
import TuneModels
import TuneText

/// TP712: NaN or infinity among the weights.
struct NonFiniteWeights: ModelRule {
    static let description = RuleDescription(
        code: "TP712", name: "non-finite-weights", severity: .warning, since: "0.1.0",
        summary: "weights that are NaN or infinite",
        why: "one such number spreads through every answer; training most likely diverged",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(
                ModelExample.adapterSettings,
                #"adapter_model.safetensors = {"q_proj.lora_A.weight":{"dtype":"F16","shape":[2,1],"data_offsets":[0,4]}} + 00 7E 00 7C"#
            )
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .nonFinite(let count, let total) = defect.kind else { return nil }
        return Wording(
            "of the \(total.grouped) numbers of \(defect.partName), \(count.nans.grouped) are NaN"
                + " and \(count.infinities.grouped) are infinite",
            help: "take an earlier checkpoint, or train again with a lower learning rate")
    }
}
