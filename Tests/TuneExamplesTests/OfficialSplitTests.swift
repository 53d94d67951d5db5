import Foundation
import TestSupport
import Testing

@testable import TuneExamples

@Suite("PubMedQA's official split comes out again")
struct OfficialSplitTests {
    static let file = "pubmedqa/ori_pqal.json"
    static let truth = "pubmedqa/test_ground_truth.json"

    /// The labelled records in file order; none when the file is not there.
    static let entries: [OfficialSplit.Entry] = {
        var choice = LayoutChoice()
        choice.answerSource = .decision
        choice.contexts = .omit
        let text = (try? SharedData.text(file)) ?? ""
        let seen = (try? Memory.examples(in: text, "ori_pqal.json", choice)) ?? []
        return seen.map { .init(identity: $0.identity ?? "", decision: $0.stratum ?? "") }
    }()
    static let split = OfficialSplit(of: entries)

    @Test(
        "the test set is the published one, in its order",
        .enabled(if: SharedData.isThere(file), "wants ../shared/data/pubmedqa/ori_pqal.json"))
    func testSet() {
        #expect(Self.entries.count == OfficialSplit.recordCount)
        #expect(Self.split.isOfficial)
        #expect(Array(Self.split.test.prefix(3)) == ["12377809", "26163474", "19100463"])
        #expect(Self.split.test.count == 500)
        #expect(Self.counts(Self.split.test) == [276, 169, 55])
    }

    @Test(
        "the cross-validation set is the rest, in its order",
        .enabled(if: SharedData.isThere(file), "wants ../shared/data/pubmedqa/ori_pqal.json"))
    func crossValidation() {
        #expect(Array(Self.split.crossValidation.prefix(3)) == ["19156007", "25155638", "15670262"])
        #expect(Self.counts(Self.split.crossValidation) == [276, 169, 55])
        #expect(Set(Self.split.crossValidation + Self.split.test) == Set(Self.entries.map(\.identity)))
    }

    @Test(
        "the ten folds are the published ones",
        .enabled(if: SharedData.isThere(file), "wants ../shared/data/pubmedqa/ori_pqal.json"))
    func folds() {
        let folds = Self.split.folds
        #expect(folds.map(\.count) == [Int](repeating: 50, count: 10))
        #expect(Array(folds[0].prefix(3)) == ["15879722", "12607666", "17593459"])
        #expect(Self.counts(folds[0]) == [27, 17, 6])
        #expect(Array(folds[9].suffix(3)) == ["27832831", "22979954", "24599411"])
        #expect(Self.counts(folds[9]) == [29, 19, 2])
        #expect(Set(folds.joined()) == Set(Self.split.crossValidation))
    }

    @Test(
        "a file in another order gives another test set, and says so",
        .enabled(if: SharedData.isThere(file), "wants ../shared/data/pubmedqa/ori_pqal.json"))
    func otherOrder() {
        let (generator, seed) = SeededGenerator.fresh()
        var numbers = generator
        #expect(!OfficialSplit(of: Self.entries.reversed()).isOfficial)
        #expect(!OfficialSplit(of: Self.entries.shuffled(using: &numbers)).isOfficial, "seed \(seed)")
        #expect(!OfficialSplit(of: Array(Self.entries.dropLast())).isOfficial)
    }

    @Test(
        "the ids in the program are those of the published file, in its order",
        .enabled(if: SharedData.isThere(truth), "wants ../shared/data/pubmedqa/test_ground_truth.json"))
    func publishedIdentities() throws {
        let text = try SharedData.text(Self.truth)
        let identities = text.matches(of: /"([0-9]+)":/).compactMap { UInt32($0.1) }
        #expect(identities == PubMedQATestSet.identities)
    }

    @Test("the test set has 500 ids, each once")
    func identities() {
        #expect(PubMedQATestSet.identities.count == 500)
        #expect(Set(PubMedQATestSet.identities).count == 500)
        #expect(PubMedQATestSet.identities.allSatisfy(PubMedQATestSet.contains))
        #expect(!PubMedQATestSet.contains(19_156_007))
        #expect(!PubMedQATestSet.contains(0))
    }

    @Test("records of other names are split, and not called official")
    func otherRecords() {
        let split = OfficialSplit(of: Self.invented(yes: 552, no: 338, maybe: 110))
        #expect(!split.isOfficial)
        #expect(split.test.count == 500)
        #expect(split.folds.map(\.count) == [Int](repeating: 50, count: 10))
        #expect(Set(split.crossValidation + split.test).count == 1000)
    }

    @Test("no records, and fewer than there are folds, are split without harm")
    func fewRecords() {
        #expect(OfficialSplit(of: []).test.isEmpty)
        let split = OfficialSplit(of: Self.invented(yes: 3, no: 1, maybe: 0))
        #expect(Set(split.crossValidation + split.test).count == 4)
        #expect(split.folds.count == 10)
        #expect(split.folds.joined().sorted() == split.crossValidation.sorted())
    }

    @Test(
        "any number of records is split as the published script does it",
        .enabled(if: Python.isPresent, "wants python3"))
    func againstPython() throws {
        let (generator, seed) = SeededGenerator.fresh()
        var numbers = generator
        for _ in 0..<5 {
            let sizes = (0..<3).map { _ in Int.random(in: 40...150, using: &numbers) }
            let entries = Self.invented(yes: sizes[0], no: sizes[1], maybe: sizes[2])
            let split = OfficialSplit(of: entries)
            let lines = entries.map { "\($0.identity) \($0.decision)\n" }.joined()
            let output = try Python.run(Self.script, Array(lines.utf8))
            let expected = try JSONDecoder().decode([[String]].self, from: output)
            #expect([split.crossValidation, split.test] + split.folds == expected, "seed \(seed), \(sizes)")
        }
    }

    private static let script = """
        import json, random, sys
        random.seed(0)
        rows = dict(line.split() for line in sys.stdin)
        def split(names, count):
            folds = [[] for _ in range(count)]
            for decision in ("yes", "no", "maybe"):
                part = [name for name in names if rows[name] == decision]
                random.shuffle(part)
                size = -(-len(part) // count)
                for fold in range(count):
                    folds[fold] += part[fold * size:(fold + 1) * size if fold < count - 1 else None]
            if len(folds[-1]) != len(folds[0]):
                for fold in folds[:-1]:
                    folds[-1].append(fold.pop(random.randrange(len(fold))))
            return folds
        halves = split(list(rows), 2)
        json.dump(halves + split(halves[0], 10), sys.stdout)
        """

    private static func invented(yes: Int, no: Int, maybe: Int) -> [OfficialSplit.Entry] {
        let decisions =
            [String](repeating: "yes", count: yes) + [String](repeating: "no", count: no)
            + [String](repeating: "maybe", count: maybe)
        return decisions.enumerated().map { .init(identity: "\($0.offset)", decision: $0.element) }
    }

    private static func counts(_ identities: [String]) -> [Int] {
        let wanted = Set(identities)
        let chosen = entries.filter { wanted.contains($0.identity) }
        return ["yes", "no", "maybe"].map { decision in chosen.count { $0.decision == decision } }
    }
}
