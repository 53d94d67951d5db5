import TuneFindings
import TuneModels

/// TP707: Python code beside the weights.
struct PythonFile: ModelRule {
    static let description = RuleDescription(
        code: "TP707", name: "python-file", severity: .warning, since: "0.1.0",
        summary: "Python code in the model's folder",
        why:
            "nothing loads it unless the settings name it, which is remote-code; a fine-tuned model seldom needs it",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(ModelExample.adapterSettings, ModelExample.pair, #"train.py = print(1)"#)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .python = defect.kind else { return nil }
        return Wording("this is Python code", help: "read it before you run it, or remove it")
    }
}
