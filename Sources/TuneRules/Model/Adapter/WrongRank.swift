import TuneFindings
import TuneModels
import TuneText

/// TP724: a matrix of another rank.
struct WrongRank: ModelRule {
    static let description = RuleDescription(
        code: "TP724", name: "wrong-rank", severity: .error, since: "0.1.0",
        summary: "a matrix of an adapter whose rank is not the one in the settings",
        why: "the adapter does not load, or is scaled wrongly",
        accepted: [RuleExample("adapter/", ModelExample.adapter)],
        rejected: [
            ModelExample.adapter(ModelExample.settings(rank: 8), ModelExample.pair)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        switch defect.kind {
        case .wrongRank(let found, let wanted):
            return Wording("\(defect.partName) has rank \(found), `adapter_config.json` says \(wanted)")
        case .ranksDiffer(let module, let a, let b):
            return Wording(
                "the matrices of \(shown(module, limit: ModelWords.longestName)) have the ranks \(a) and \(b)"
            )
        default: return nil
        }
    }
}
