import TuneFindings
import TuneModels
import TuneText

/// TP710: a key that stands twice.
struct RepeatedKey: ModelRule {
    static let description = RuleDescription(
        code: "TP710", name: "repeated-key", severity: .error, since: "0.1.0",
        summary: "a tensor or a setting that is named twice",
        why: "which of the two counts depends on the program, so what is checked need not be what is loaded",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(
                ModelExample.adapterSettings,
                #"adapter_model.safetensors = {"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}"#
            ),
            ModelExample.adapter(#"adapter_config.json = {"r":2,"r":8}"#, ModelExample.pair),
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        switch defect.kind {
        case .weights(.duplicateKey(let key, _)):
            return Wording("the key \(shown(key, limit: ModelWords.longestName)) stands twice in the header")
        case .repeatedKey:
            return Wording("the key \(defect.partName) stands twice", help: "keep one of the two")
        default: return nil
        }
    }
}
