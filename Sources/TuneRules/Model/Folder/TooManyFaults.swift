import TuneFindings
import TuneModels
import TuneText

/// TP734: more faults than are listed.
struct TooManyFaults: ModelRule {
    static let description = RuleDescription(
        code: "TP734", name: "too-many-faults", severity: .error, since: "0.1.0",
        summary: "a file with more faults than are listed",
        why: "what is not listed may be worse than what is",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .moreDefects(let count) = defect.kind else { return nil }
        return Wording(
            "\(plural(count, "fault")) of this file beyond the first are not listed",
            help: ModelWords.downloadAgain)
    }
}
