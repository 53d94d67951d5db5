import TuneFindings
import TuneModels

/// TP704: a folder with more files than any model has.
struct TooManyFiles: ModelRule {
    static let description = RuleDescription(
        code: "TP704", name: "too-many-files", severity: .error, since: "0.1.0",
        summary: "more files than are looked at",
        why: "what was not looked at was not checked",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .tooManyEntries(let limit) = defect.kind else { return nil }
        return Wording(
            "there are more than \(limit) files and folders, and the rest was not checked",
            help: "name the folder that holds the model's own files")
    }
}
