import TuneFindings
import TuneModels
import TuneText

/// TP728: an adapter that is not the job's.
struct JobDisagrees: ModelRule {
    static let description = RuleDescription(
        code: "TP728", name: "job-disagrees", severity: .error, since: "0.1.0",
        summary: "an adapter with other settings than the job that made it",
        why: "it is the model of another job, or it was not trained as asked",
        accepted: [
            ModelExample.adapter(
                ModelExample.adapterSettings, ModelExample.pair,
                #"--job = {"base_model":"base","hyperparameters":{"lora":{"r":2,"alpha":4,"trainable_modules":["q_proj"]}}}"#
            )
        ],
        rejected: [
            ModelExample.adapter(
                ModelExample.adapterSettings, ModelExample.pair,
                #"--job = {"job":{"hyperparameters":{"lora":{"r":8,"alpha":"16","trainable_modules":[]}}}}"#)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .jobDisagrees(let job, let model) = defect.kind else { return nil }
        return Wording(
            "\(defect.partName) is \(shown(model, limit: ModelWords.longestName)), the job's record says \(shown(job, limit: ModelWords.longestName))",
            help: "compare the job's id with the one you downloaded")
    }
}
