import TuneFindings
import TuneModels
import TuneText

/// TP718: an index that gives another number of bytes.
struct WrongTotalSize: ModelRule {
    static let description = RuleDescription(
        code: "TP718", name: "wrong-total-size", severity: .warning, since: "0.1.0",
        summary: "an index whose total size is not that of the tensors",
        why: "the model loads, and the index was not written for these files",
        accepted: [RuleExample("model/", ModelExample.sharded)],
        rejected: [
            ModelExample.model(
                ModelExample.otherConfiguration, ModelExample.firstShard, ModelExample.secondShard,
                ModelExample.wrongIndex, ModelExample.tokenizer)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        guard case .totalSize(let stated, let found) = defect.kind else { return nil }
        return Wording("the index says \(stated.grouped) bytes, the tensors have \(found.grouped)")
    }
}
