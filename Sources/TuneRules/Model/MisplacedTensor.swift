import TuneArchives
import TuneFindings
import TuneTokens

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
        guard case .weights(let fault) = defect.fault, let seen = seen(fault) else { return nil }
        return Wording(seen, help: ModelWords.downloadAgain)
    }

    private func seen(_ fault: SafetensorsDefect) -> String? {
        switch fault {
        case .backwards(let begin, let end, let tensor):
            "\(ModelWords.name(tensor)) ends at \(grouped(end)), before it begins at \(grouped(begin))"
        case .wrongLength(let wanted, let found, let tensor):
            "\(ModelWords.name(tensor)) has \(grouped(found)) bytes, its type and shape want \(grouped(wanted))"
        case .gap(let bytes, let tensor):
            "\(grouped(bytes.count)) bytes before \(ModelWords.name(tensor)) belong to no tensor"
        case .overlap(let tensor, let other):
            "\(ModelWords.name(tensor)) begins inside \(ModelWords.name(other))"
        case .beyondEnd(let end, let size, let tensor):
            "\(ModelWords.name(tensor)) ends at byte \(grouped(end)), the file at \(grouped(size))"
        case .trailing(let bytes): "\(grouped(bytes.count)) bytes behind the last tensor belong to none"
        case .endedEarly(let received, let size):
            "the file ended after \(grouped(received)) of \(grouped(size)) bytes"
        default: nil
        }
    }
}
