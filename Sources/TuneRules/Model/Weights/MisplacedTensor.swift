import TuneFindings
import TuneModels
import TuneText

/// TP711: tensors that do not fill the file.
struct MisplacedTensor: ModelRule {
    static let description = RuleDescription(
        code: "TP711", name: "misplaced-tensor", severity: .error, since: "0.1.0",
        summary: "a tensor that does not stand where the header says",
        why:
            "the file is cut, damaged or hides bytes that belong to nothing; what is loaded is not what was saved",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(
                ModelExample.adapterSettings,
                #"adapter_model.safetensors = {"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}} + 00"#),
            ModelExample.adapter(
                ModelExample.adapterSettings,
                #"adapter_model.safetensors = {"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}} + 00 00"#),
            ModelExample.adapter(
                ModelExample.adapterSettings,
                #"adapter_model.safetensors = {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,2]}} + 00 00"#
            ),
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .weights(let fault) = defect.kind, let seen = seen(fault) else { return nil }
        return Wording(seen, help: ModelWords.downloadAgain)
    }

    private func seen(_ fault: SafetensorsDefect) -> String? {
        switch fault {
        case .backwards(let begin, let end, let tensor):
            "\(shown(tensor, limit: ModelWords.longestName)) ends at \(end.grouped), before it begins at \(begin.grouped)"
        case .wrongLength(let wanted, let found, let tensor):
            "\(shown(tensor, limit: ModelWords.longestName)) has \(found.grouped) bytes, its type and shape want \(wanted.grouped)"
        case .gap(let bytes, let tensor):
            "\(bytes.count.grouped) bytes before \(shown(tensor, limit: ModelWords.longestName)) belong to no tensor"
        case .overlap(let tensor, let other):
            "\(shown(tensor, limit: ModelWords.longestName)) begins inside \(shown(other, limit: ModelWords.longestName))"
        case .beyondEnd(let end, let size, let tensor):
            "\(shown(tensor, limit: ModelWords.longestName)) ends at byte \(end.grouped), the file at \(size.grouped)"
        case .trailing(let bytes): "\(bytes.count.grouped) bytes behind the last tensor belong to none"
        case .endedEarly(let received, let size):
            "the file ended after \(received.grouped) of \(size.grouped) bytes"
        default: nil
        }
    }
}
