import Testing
import TuneBytes
import TuneFindings
import TuneModels
import TunePipeline
import TuneRules

@Suite("every fault of a model folder has its words")
struct ModelRuleTests {
    /// One of each fault there is.
    static let faults: [ModelDefect.Kind] =
        [
            .notAFile(.link), .unreadable(reason: "permission denied"), .awkwardName,
            .tooManyEntries(limit: 9),
            .pickle(.pickle), .executable(.elf), .python, .remoteCode(["a.B"]),
            .nonFinite(NonFiniteCount(nans: 1), of: 2), .json(.ended), .tooLong(size: 9, limit: 8),
            .repeatedKey, .setting(.null), .missingSetting, .noModel, .noConfiguration, .noWeights,
            .noTokenizer,
            .missingShard(tensors: 1), .shardOutside("../x"), .shardCount(named: 1, of: 2),
            .noIndex(shards: 2), .unusedShard, .notInShard("x"), .notInIndex, .inTwoShards("x"),
            .totalSize(stated: 1, found: 2), .missingTensor(shape: [1]), .wrongShape(found: [1], wanted: [2]),
            .unknownTensor, .otherAdapter("IA3"), .missingHalf(module: "m", has: "lora_A", lacks: "lora_B"),
            .wrongRank(found: 1, wanted: 2), .ranksDiffer(module: "m", a: 1, b: 2), .noMatrix(shape: [1]),
            .untrainedTarget("q"), .missingLayers(module: "m", layers: [0, 1]),
            .mixedTypes([.f16: 1, .f32: 2]), .jobDisagrees(job: "1", model: "2"),
            .otherBaseModel(job: "a", model: "b"), .moreDefects(2), .pythonNumber("NaN"),
            .appleDouble(files: 2),
            .absentTarget("q"), .noLora, .emptyTensor(shape: [0]), .jobNotCompared,
        ] + weights.map { .weights($0) }

    static let weights: [SafetensorsDefect] = [
        .tooSmall(size: 1), .headerTooLong(length: 9, limit: 8), .headerBeyondEnd(length: 9, size: 8),
        .headersTooLong(together: 9, limit: 8),
        .notAnObject, .brokenHeader(.ended, tensor: nil), .duplicateKey("a", tensor: nil),
        .missingMember("dtype", tensor: "a"), .unknownType("F9", tensor: "a"), .negative(-1, tensor: "a"),
        .tooManyNumbers(limit: 64, tensor: "a"), .notTwoOffsets(1, tensor: "a"),
        .backwards(begin: 2, end: 1, tensor: "a"), .tooLarge(tensor: "a"),
        .partOfAByte(tensor: "a"), .wrongLength(wanted: 1, found: 2, tensor: "a"),
        .gap(bytes: 1..<2, before: "a"), .overlap(tensor: "a", with: "b"),
        .beyondEnd(end: 2, size: 1, tensor: "a"), .trailing(bytes: 1..<2), .endedEarly(received: 1, size: 2),
    ]

    @Test("exactly one rule speaks of it, as messages are written", arguments: faults)
    func oneRule(_ fault: ModelDefect.Kind) {
        let defect = ModelDefect(fault, in: "some.file", part: .tensor("t\u{1B}"))
        let rules = RuleID.all.filter {
            ModelRuleSet(only: [$0]).finding(of: defect, in: "model/") != nil
        }
        #expect(rules.count == 1)
        guard let found = ModelRuleSet().finding(of: defect, in: "model/") else { return }
        let finding = found.finding
        #expect([found.rule] == rules)
        #expect(finding.site.path == "model/some.file")
        #expect(finding.site.field == "t\u{1B}")
        #expect(finding.severity == found.rule.description.severity)
        #expect(!finding.message.contains("\u{1B}"))
        #expect(!finding.message.hasSuffix("."))
        #expect(ModelRuleSet(allow: [found.rule]).finding(of: defect, in: "model/") == nil)
    }

    @Test("no row can be dropped by a rule for model folders")
    func rows() {
        for rule in RuleID.all where rule.description.family == .model {
            #expect(!rule.judgesRows, "\(rule.description.code)")
        }
    }
}
