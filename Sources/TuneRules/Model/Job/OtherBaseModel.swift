import TuneFindings
import TuneModels
import TuneText

/// TP729: an adapter for another base model.
struct OtherBaseModel: ModelRule {
    static let description = RuleDescription(
        code: "TP729", name: "other-base-model", severity: .warning, since: "0.1.0",
        summary: "an adapter with another base model than the job that made it",
        why: "on another model it gives nonsense; the same model may also go by several names",
        accepted: [
            ModelExample.adapter(
                #"adapter_config.json = {"r":2,"target_modules":["q_proj"],"base_model_name_or_path":"meta-llama/Llama-3.1-8B"}"#,
                ModelExample.pair, #"--job = {"base_model":"Meta-Llama-3.1-8B"}"#)
        ],
        rejected: [
            ModelExample.adapter(
                #"adapter_config.json = {"r":2,"target_modules":["q_proj"],"base_model_name_or_path":"Qwen/Qwen2.5-7B"}"#,
                ModelExample.pair, #"--job = {"base_model":"Meta-Llama-3.1-8B"}"#)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .otherBaseModel(let job, let model) = defect.kind else { return nil }
        return Wording(
            "the adapter is for \(shown(model, limit: ModelWords.longestName)), the job's record says \(shown(job, limit: ModelWords.longestName))"
        )
    }
}
