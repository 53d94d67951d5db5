import TuneFindings
import TuneModels
import TuneText

/// TP709: a safetensors header that cannot be read.
struct BrokenSafetensors: ModelRule {
    static let description = RuleDescription(
        code: "TP709", name: "broken-safetensors", severity: .error, since: "0.1.0",
        summary: "a safetensors file whose header cannot be read",
        why: "no library loads the file, or each loads something else",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(ModelExample.adapterSettings, #"adapter_model.safetensors = {]"#),
            ModelExample.adapter(
                ModelExample.adapterSettings,
                #"adapter_model.safetensors = {"a":{"dtype":"F17","shape":[1],"data_offsets":[0,2]}} + 00 00"#
            ),
            ModelExample.adapter(
                ModelExample.adapterSettings,
                #"adapter_model.safetensors = {"a":{"dtype":"F16","data_offsets":[0,2]}} + 00 00"#),
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .weights(let fault) = defect.kind, let seen = seen(fault) else { return nil }
        return Wording(seen, help: ModelWords.downloadAgain)
    }

    private func seen(_ fault: SafetensorsDefect) -> String? {
        switch fault {
        case .tooSmall(let size):
            "the file has \(plural(size, "byte")), and the length of the header alone takes 8"
        case .headerTooLong(let length, let limit):
            "the header would have \(length) bytes; the format allows \(limit.grouped)"
        case .headersTooLong(let together, let limit):
            "with it, the headers of all files would have \(together.grouped) bytes; \(limit.grouped) are read"
        case .headerBeyondEnd(let length, let size):
            "the header would have \(length.grouped) bytes, the file has \(size.grouped)"
        case .notAnObject: "the header does not begin with `{`"
        case .brokenHeader(let error, _): "in the header, \(error)"
        case .missingMember(let key, let tensor):
            "\(shown(tensor, limit: ModelWords.longestName)) has no `\(key)`"
        case .unknownType(let type, let tensor):
            "\(shown(tensor, limit: ModelWords.longestName)) is of type \(shown(type, limit: ModelWords.longestName)), which the format does not know"
        case .negative(let number, let tensor):
            "\(shown(tensor, limit: ModelWords.longestName)) has a size or an offset of \(number), below zero"
        case .tooManyNumbers(let limit, let tensor):
            "\(shown(tensor, limit: ModelWords.longestName)) has more than \(limit) dimensions or offsets"
        case .notTwoOffsets(let count, let tensor):
            "\(shown(tensor, limit: ModelWords.longestName)) has \(plural(count, "offset")), not 2"
        case .tooLarge(let tensor):
            "\(shown(tensor, limit: ModelWords.longestName)) would take more bytes than 64 bits can count"
        case .partOfAByte(let tensor):
            "\(shown(tensor, limit: ModelWords.longestName)) would end inside a byte"
        default: nil
        }
    }
}
