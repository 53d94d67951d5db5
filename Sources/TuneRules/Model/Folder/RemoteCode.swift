import TuneFindings
import TuneModels
import TuneText

/// TP706: settings that have code loaded.
struct RemoteCode: ModelRule {
    static let description = RuleDescription(
        code: "TP706", name: "remote-code", severity: .error, since: "0.1.0",
        summary: "settings that name code of their own to be run",
        why: "whoever loads the model with trust_remote_code runs that code",
        accepted: [RuleExample("model/", ModelExample.full)],
        rejected: [
            ModelExample.model(
                #"config.json = {"model_type":"other","auto_map":{"AutoModel":"modeling_own.Model"}}"#,
                #"model.safetensors = a F16 [2]"#, ModelExample.tokenizer)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .remoteCode(let names) = defect.kind else { return nil }
        let some = names.prefix(3).map { shown($0, limit: ModelWords.longestName) }.joined(separator: ", ")
        return Wording(
            "\(defect.partName) has code loaded: \(some)\(names.count > 3 ? " and more" : "")",
            help:
                "read that code before you load the model; never load it with `trust_remote_code=True` unread"
        )
    }
}
