import TuneBytes
import TuneFindings
import TuneModels

/// TP701: a link, a pipe or a device where a file should be.
struct LinkInFolder: ModelRule {
    static let description = RuleDescription(
        code: "TP701", name: "link-in-folder", severity: .error, since: "0.1.0",
        summary: "something that is neither a file nor a folder",
        why:
            "a link leads out of the folder, and a pipe or a device hangs whoever reads it; a model needs none of them",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(
                ModelExample.adapterSettings, ModelExample.pair, #"README.md -> ../secret.txt"#)
        ])

    private static let linkHelp =
        "put the file itself here, or remove it; a snapshot of the Hugging Face cache is links: copy it with `cp -rL`"

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .notAFile(let kind) = defect.kind else { return nil }
        return Wording(
            "this is a \(kind.rawValue), not a file", help: kind == .link ? Self.linkHelp : "remove it")
    }
}
