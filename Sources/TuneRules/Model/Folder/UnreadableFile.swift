import TuneFindings
import TuneModels

/// TP702: a file that cannot be read.
struct UnreadableFile: ModelRule {
    static let description = RuleDescription(
        code: "TP702", name: "unreadable-file", severity: .error, since: "0.1.0",
        summary: "a file or a folder that cannot be read",
        why: "what cannot be read here cannot be loaded, and was not checked",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .unreadable(let reason) = defect.kind else { return nil }
        return Wording("cannot be read: \(reason)", help: "`chmod -R u+rX FOLDER` lets you read all of it")
    }
}
