import TuneFindings
import TuneModels

/// TP719: a tensor that the configuration asks for.
struct MissingTensor: ModelRule {
    static let description = RuleDescription(
        code: "TP719", name: "missing-tensor", severity: .error, since: "0.1.0",
        summary: "a tensor that the configuration asks for and no file holds",
        why: "most libraries fill it with random numbers and go on",
        accepted: [RuleExample("model/", ModelExample.full)],
        rejected: [
            ModelExample.model(
                ModelExample.configuration,
                "model.safetensors = \(ModelExample.embeddings), \(ModelExample.layer), model.norm.weight BF16 [4]",
                ModelExample.tokenizer)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .missingTensor(let shape) = defect.kind else { return nil }
        return Wording(
            "\(defect.partName) \(ModelWords.shape(shape)) is missing; `config.json` asks for it",
            help: ModelWords.downloadAgain)
    }
}
