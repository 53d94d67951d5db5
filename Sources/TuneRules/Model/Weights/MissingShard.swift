import TuneFindings
import TuneModels
import TuneText

/// TP716: a part of the weights that is not there.
struct MissingShard: ModelRule {
    static let description = RuleDescription(
        code: "TP716", name: "missing-shard", severity: .error, since: "0.1.0",
        summary: "a file of weights that is missing",
        why: "the model does not load, or loads with random numbers in place of what is missing",
        accepted: [RuleExample("model/", ModelExample.sharded)],
        rejected: [
            ModelExample.model(
                ModelExample.otherConfiguration, ModelExample.firstShard, ModelExample.index,
                ModelExample.tokenizer),
            ModelExample.model(
                ModelExample.otherConfiguration, ModelExample.firstShard, ModelExample.secondShard,
                ModelExample.tokenizer),
            ModelExample.model(
                ModelExample.otherConfiguration, ModelExample.firstShard,
                #"model.safetensors.index.json = {"weight_map":{"a":"model-00001-of-00002.safetensors","b":"../b.safetensors"}}"#,
                ModelExample.tokenizer),
        ])

    func wording(of defect: ModelDefect) -> Wording? {
        switch defect.kind {
        case .missingShard(let tensors):
            return Wording(
                "the index names this file for \(plural(tensors, "tensor")), and it is not there",
                help: ModelWords.downloadAgain)
        case .shardOutside(let name):
            return Wording(
                "the index names \(shown(name, limit: ModelWords.longestName)), which is no safetensors file of this folder"
            )
        case .shardCount(let named, let count):
            return Wording(
                "\(plural(named, "shard")) of \(count) are named", help: ModelWords.downloadAgain)
        case .noIndex(let shards):
            return Wording(
                "there are \(plural(shards, "shard")) and no index that says what is in them",
                help: ModelWords.downloadAgain)
        default: return nil
        }
    }
}
