import TuneFindings
import TuneModels
import TuneText

/// TP715: no model, or half of one.
struct NoModel: ModelRule {
    static let description = RuleDescription(
        code: "TP715", name: "no-model", severity: .error, since: "0.1.0",
        summary: "no model, or weights without settings, or settings without weights",
        why: "there is nothing that could be loaded",
        accepted: [
            RuleExample("adapter/", ModelExample.adapter),
            RuleExample("model/", ModelExample.full),
        ],
        rejected: [
            ModelExample.model(#"README.md = Hello"#),
            ModelExample.adapter(ModelExample.adapterSettings),
            ModelExample.model(ModelExample.otherConfiguration, ModelExample.tokenizer),
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        switch defect.kind {
        case .noModel:
            return Wording(
                "there is neither an adapter (`adapter_config.json`, `adapter_model.safetensors`)"
                    + " nor a full model (`config.json`, `model.safetensors`)",
                help: "name the folder that holds them, or download the model again")
        case .noConfiguration:
            return Wording(
                "there is no \(shown(defect.path, limit: ModelWords.longestName))",
                help: ModelWords.downloadAgain)
        case .noWeights:
            return Wording(
                "there is no \(shown(defect.path, limit: ModelWords.longestName)), so no weights",
                help: ModelWords.downloadAgain)
        default: return nil
        }
    }
}
