import TuneFindings
import TuneModels

/// TP722: a full model without a tokenizer.
struct NoTokenizer: ModelRule {
    static let description = RuleDescription(
        code: "TP722", name: "no-tokenizer", severity: .warning, since: "0.1.0",
        summary: "a full model without the file that says how text becomes tokens",
        why: "it answers nothing until the base model's tokenizer stands beside it",
        accepted: [RuleExample("model/", ModelExample.full)],
        rejected: [
            ModelExample.model(ModelExample.otherConfiguration, #"model.safetensors = a F16 [2]"#)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .noTokenizer = defect.kind else { return nil }
        return Wording(
            "there is no `tokenizer.json` or `tokenizer.model`",
            help: "put the base model's tokenizer beside the weights")
    }
}
