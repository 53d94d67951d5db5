import TuneFindings
import TuneModels
import TuneText

/// TP703: a name that is not what it looks like.
struct MisleadingName: ModelRule {
    static let description = RuleDescription(
        code: "TP703", name: "misleading-name", severity: .warning, since: "0.1.0",
        summary: "a file's name with characters that are not seen or mislead",
        why: "what stands in a list of files is not what a program opens",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(ModelExample.adapterSettings, ModelExample.pair, "notes\u{202E}txt.md = x")
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .awkwardName = defect.kind else { return nil }
        return Wording(
            "the name \(shown(defect.path, limit: ModelWords.longestName)) has characters that are not seen or mislead"
        )
    }
}
