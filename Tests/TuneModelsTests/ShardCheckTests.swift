import Foundation
import TestSupport
import Testing
import TuneBytes
import TuneModels

@Suite("shards are what their index says")
struct ShardCheckTests {
    @Test("a complete model in shards has nothing wrong")
    func sound() throws {
        let report = try ModelFixture.sharded().report()
        #expect(report.defects.isEmpty, "\(report.defects)")
        #expect(report.files.count { $0.types != nil } == 2)
    }

    @Test("a shard that is not there is missing, and its tensors are not named one by one")
    func missing() throws {
        let fixture = try ModelFixture.sharded()
        try FileManager.default.removeItem(atPath: fixture.folder.path(ModelFixture.shards[1]))
        #expect(try fixture.kinds() == [.missingShard(tensors: 12)])
    }

    @Test(
        "a shard is a file of the folder",
        arguments: ["../a.safetensors", "/etc/passwd", "sub/b.safetensors", ""])
    func outside(_ name: String) throws {
        let fixture = try ModelFixture.sharded { $0["lm_head.weight"] = name }
        #expect(try fixture.kinds().contains(.shardOutside(name)))
    }

    @Test("every tensor is in the shard named, and in no other")
    func places() throws {
        let swapped = try ModelFixture.sharded { $0["lm_head.weight"] = ModelFixture.shards[0] }
        #expect(try swapped.kinds() == [.notInShard(ModelFixture.shards[0])])
        let invented = try ModelFixture.sharded { $0["model.more"] = ModelFixture.shards[0] }
        #expect(try invented.kinds() == [.notInShard(ModelFixture.shards[0])])
        let forgotten = try ModelFixture.sharded { $0["lm_head.weight"] = nil }
        #expect(try forgotten.kinds() == [.notInIndex])
        let twice = try ModelFixture.sharded()
        try twice.write(
            Array(ModelFixture.tensors()[9...]) + [("model.embed_tokens.weight", "BF16", [5, 8])],
            to: ModelFixture.shards[1])
        #expect(try twice.kinds().contains(.inTwoShards(ModelFixture.shards[0])))
    }

    @Test("the total size is the sum of the tensors")
    func total() throws {
        let report = try ModelFixture.sharded(total: 7).report()
        let bytes = report.types.reduce(0) { $0 + $1.bytes }
        #expect(report.defects.map(\.kind) == [.totalSize(stated: 7, found: bytes)])
    }

    @Test("shards are as many as their names say, and have an index")
    func numbers() throws {
        let fixture = try ModelFixture.sharded()
        try FileManager.default.removeItem(atPath: fixture.folder.path("model.safetensors.index.json"))
        #expect(try fixture.kinds() == [.noIndex(shards: 2)])
        try FileManager.default.removeItem(atPath: fixture.folder.path(ModelFixture.shards[0]))
        #expect(try fixture.kinds() == [.noIndex(shards: 1), .shardCount(named: 1, of: 2)])
    }

    @Test("weights that the index does not name are unused")
    func unused() throws {
        let fixture = try ModelFixture.sharded()
        try fixture.write([("a", "U8", [1])], to: "model.safetensors")
        let defects = try fixture.report().defects
        #expect(defects.map(\.kind) == [.unusedShard])
        #expect(defects.first?.path == "model.safetensors")
    }

    @Test("an index that repeats a tensor or is none is a defect")
    func broken() throws {
        let fixture = try ModelFixture.sharded()
        let name = "model.safetensors.index.json"
        try fixture.write(#"{"weight_map":{"a":"x.safetensors","a":"x.safetensors"}}"#, to: name)
        #expect(try fixture.kinds().contains(.repeatedKey))
        try fixture.write(#"{"weight_map":[]}"#, to: name)
        #expect(try fixture.kinds().contains { if case .json = $0 { true } else { false } })
        try fixture.write("{}", to: name)
        #expect(
            try fixture.report().defects.contains(
                ModelDefect(.missingSetting, in: name, part: .setting("weight_map"))))
    }
}
