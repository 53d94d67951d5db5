import TuneFindings
import TuneModels

/// TP730: a number that JSON does not know.
struct PythonNumber: ModelRule {
    static let description = RuleDescription(
        code: "TP730", name: "python-number", severity: .warning, since: "0.1.0",
        summary: "a number in the settings that Python writes and JSON does not know",
        why: "Python reads it; other programs refuse the file",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(
                #"adapter_config.json = {"peft_type":"LORA","r":2,"lora_alpha":4,"target_modules":["q_proj"],"x":-Infinity}"#,
                ModelExample.pair)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .pythonNumber(let name) = defect.kind else { return nil }
        return Wording("`\(name)` is not JSON", help: "write `null`, or a number")
    }
}
