import TuneBytes
import TuneFindings
import TuneModels
import TuneText

/// TP714: a setting that makes no sense.
struct SenselessSetting: ModelRule {
    static let description = RuleDescription(
        code: "TP714", name: "senseless-setting", severity: .error, since: "0.1.0",
        summary: "a setting that is missing or makes no sense",
        why: "the model is built of the wrong size, or not at all",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(
                #"adapter_config.json = {"peft_type":"LORA","r":0,"target_modules":["q_proj"]}"#,
                ModelExample.pair),
            ModelExample.adapter(
                #"adapter_config.json = {"peft_type":"LORA","target_modules":["q_proj"]}"#, ModelExample.pair),
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        switch defect.kind {
        case .setting(let value):
            return Wording(
                "\(defect.partName) is \(DisplayText.visible(String(value.shown.prefix(60)))), which makes no sense"
            )
        case .missingSetting: return Wording("\(defect.partName) is missing")
        case .otherAdapter(let kind):
            return Wording(
                "the adapter is of kind \(shown(kind, limit: ModelWords.longestName)); only LORA is known here, so its tensors were not judged"
            )
        default: return nil
        }
    }
}
