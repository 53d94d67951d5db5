import TuneFindings
import TuneModels

/// TP720: a tensor that does not fit the configuration.
struct WrongShape: ModelRule {
    static let description = RuleDescription(
        code: "TP720", name: "wrong-shape", severity: .error, since: "0.1.0",
        summary: "a tensor of another shape than the configuration asks for, or of no sensible one",
        why: "the model does not load; the settings and the weights are not of one model",
        accepted: [RuleExample("model/", ModelExample.full)],
        rejected: [
            ModelExample.model(
                ModelExample.configuration,
                "model.safetensors = model.embed_tokens.weight BF16 [2,4], \(ModelExample.layer), \(ModelExample.output)",
                ModelExample.tokenizer)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        switch defect.kind {
        case .wrongShape(let found, let wanted):
            return Wording(
                "\(defect.partName) is \(ModelWords.shape(found)), `config.json` asks for \(ModelWords.shape(wanted))"
            )
        case .emptyTensor(let shape):
            return Wording("\(defect.partName) is \(ModelWords.shape(shape)), which holds nothing")
        case .noMatrix(let shape):
            return Wording("\(defect.partName) is \(ModelWords.shape(shape)), which is no matrix")
        default: return nil
        }
    }
}
