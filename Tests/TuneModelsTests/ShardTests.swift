import Foundation
import TestSupport
import Testing
import TuneBytes
import TuneModels

@Suite("shards are what their index says")
struct ShardTests {
    @Test("a complete model in shards has nothing wrong")
    func sound() throws {
        let report = try ModelStage.sharded().report()
        #expect(report.defects.isEmpty, "\(report.defects)")
        #expect(report.files.count { $0.types != nil } == 2)
    }

    @Test("a shard that is not there is missing, and its tensors are not named one by one")
    func missing() throws {
        let stage = try ModelStage.sharded()
        try FileManager.default.removeItem(atPath: stage.folder.path(ModelStage.shards[1]))
        #expect(try stage.faults() == [.missingShard(tensors: 12)])
    }

    @Test(
        "a shard is a file of the folder",
        arguments: ["../a.safetensors", "/etc/passwd", "sub/b.safetensors", ""])
    func outside(_ name: String) throws {
        let stage = try ModelStage.sharded { $0["lm_head.weight"] = name }
        #expect(try stage.faults().contains(.shardOutside(name)))
    }

    @Test("every tensor is in the shard named, and in no other")
    func places() throws {
        let swapped = try ModelStage.sharded { $0["lm_head.weight"] = ModelStage.shards[0] }
        #expect(try swapped.faults() == [.notInShard(ModelStage.shards[0])])
        let invented = try ModelStage.sharded { $0["model.more"] = ModelStage.shards[0] }
        #expect(try invented.faults() == [.notInShard(ModelStage.shards[0])])
        let forgotten = try ModelStage.sharded { $0["lm_head.weight"] = nil }
        #expect(try forgotten.faults() == [.notInIndex])
        let twice = try ModelStage.sharded()
        try twice.write(
            Array(ModelStage.tensors()[9...]) + [("model.embed_tokens.weight", "BF16", [5, 8])],
            to: ModelStage.shards[1])
        #expect(try twice.faults().contains(.inTwoShards(ModelStage.shards[0])))
    }

    @Test("the total size is the sum of the tensors")
    func total() throws {
        let report = try ModelStage.sharded(total: 7).report()
        let bytes = report.types.reduce(0) { $0 + $1.bytes }
        #expect(report.defects.map(\.fault) == [.totalSize(stated: 7, found: bytes)])
    }

    @Test("shards are as many as their names say, and have an index")
    func numbers() throws {
        let stage = try ModelStage.sharded()
        try FileManager.default.removeItem(atPath: stage.folder.path("model.safetensors.index.json"))
        #expect(try stage.faults() == [.noIndex(shards: 2)])
        try FileManager.default.removeItem(atPath: stage.folder.path(ModelStage.shards[0]))
        #expect(try stage.faults() == [.noIndex(shards: 1), .shardCount(named: 1, of: 2)])
    }

    @Test("weights that the index does not name are unused")
    func unused() throws {
        let stage = try ModelStage.sharded()
        try stage.write([("a", "U8", [1])], to: "model.safetensors")
        let defects = try stage.report().defects
        #expect(defects.map(\.fault) == [.unusedShard])
        #expect(defects.first?.path == "model.safetensors")
    }

    @Test("an index that repeats a tensor or is none is a fault")
    func broken() throws {
        let stage = try ModelStage.sharded()
        let name = "model.safetensors.index.json"
        try stage.write(#"{"weight_map":{"a":"x.safetensors","a":"x.safetensors"}}"#, to: name)
        #expect(try stage.faults().contains(.repeatedKey))
        try stage.write(#"{"weight_map":[]}"#, to: name)
        #expect(try stage.faults().contains { if case .json = $0 { true } else { false } })
        try stage.write("{}", to: name)
        #expect(
            try stage.report().defects.contains(
                ModelDefect(name, .missingSetting, part: .setting("weight_map"))))
    }
}
