import TuneFindings
import TuneModels
import TuneText

/// TP731: attributes of macOS.
struct AppleDouble: ModelRule {
    static let description = RuleDescription(
        code: "TP731", name: "apple-double", severity: .warning, since: "0.1.0",
        summary: "files in which macOS keeps attributes of others",
        why: "they look like the files they lie beside and hold nothing of the model",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(
                ModelExample.adapterSettings, ModelExample.pair, #"._adapter_config.json = ‹00›‹05›‹16›‹07›"#)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .appleDouble(let files) = defect.kind else { return nil }
        return Wording(
            "\(plural(files, "file")) of macOS's attributes (`._…`), not read",
            help: "safe to delete; `COPYFILE_DISABLE=1 tar …` leaves them out")
    }
}
