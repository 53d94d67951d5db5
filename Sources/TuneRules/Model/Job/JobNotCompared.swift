import TuneFindings
import TuneModels

/// TP733: a record of a job that was not compared.
struct JobNotCompared: ModelRule {
    static let description = RuleDescription(
        code: "TP733", name: "job-not-compared", severity: .warning, since: "0.1.0",
        summary: "a job's record beside a model that is no adapter",
        why: "it was not looked at whether the model is the job's",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.model(
                ModelExample.otherConfiguration, #"model.safetensors = a F16 [2]"#, ModelExample.tokenizer,
                #"--job = {"base_model":"base"}"#)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .jobNotCompared = defect.kind else { return nil }
        return Wording(
            "the job's record speaks of an adapter, and this is a full model: nothing was compared")
    }
}
