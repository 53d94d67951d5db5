import TuneFindings
import TuneModels
import TuneText

/// TP713: a JSON file that cannot be read.
struct BrokenSettings: ModelRule {
    static let description = RuleDescription(
        code: "TP713", name: "broken-settings", severity: .error, since: "0.1.0",
        summary: "a JSON file of the model that cannot be read",
        why: "no library loads the model",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(#"adapter_config.json = {"#, ModelExample.pair),
            ModelExample.model(
                ModelExample.otherConfiguration, #"model.safetensors = a F16 [2]"#, #"tokenizer.json = [1,]"#),
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        switch defect.kind {
        case .json(let error): return Wording("\(error)", help: ModelWords.downloadAgain)
        case .tooLong(let size, let limit):
            return Wording("the file has \(size.grouped) bytes; more than \(limit.grouped) are no settings")
        default: return nil
        }
    }
}
