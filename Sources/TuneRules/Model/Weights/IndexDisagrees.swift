import TuneFindings
import TuneModels
import TuneText

/// TP717: an index that does not fit the shards.
struct IndexDisagrees: ModelRule {
    static let description = RuleDescription(
        code: "TP717", name: "index-disagrees", severity: .error, since: "0.1.0",
        summary: "a tensor that is not where the index says",
        why: "the tensor is missing when the model is loaded, or it is not known which of two counts",
        accepted: [RuleExample("model/", ModelExample.sharded)],
        rejected: [
            ModelExample.model(
                ModelExample.otherConfiguration, ModelExample.firstShard,
                #"model-00002-of-00002.safetensors = c F16 [2]"#, ModelExample.index, ModelExample.tokenizer)
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        switch defect.kind {
        case .notInShard(let shard):
            return Wording(
                "the index says \(defect.partName) is in \(shown(shard, limit: ModelWords.longestName)), which lacks it"
            )
        case .notInIndex: return Wording("\(defect.partName) is in this file, and not in the index")
        case .inTwoShards(let other):
            return Wording("\(defect.partName) is in \(shown(other, limit: ModelWords.longestName)) as well")
        case .unusedShard: return Wording("the weights in this file are not used: the index does not name it")
        default: return nil
        }
    }
}
