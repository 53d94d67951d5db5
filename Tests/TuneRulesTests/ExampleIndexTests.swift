import TestSupport
import Testing
import TuneBytes
import TuneRules

@Suite("the index of examples keeps to 24 bytes an example, and to its limit")
struct ExampleIndexTests {
    private func hash(_ generator: inout SeededGenerator) -> Hash128 {
        Hash128(high: generator.next(), low: generator.next())
    }

    private func example(_ prompt: Hash128, record: Int, key: Hash128? = nil) -> Fingerprint {
        Fingerprint(
            prompt: prompt, answer: Hash128(high: 1, low: 2), hasPrompt: true, key: key, record: record,
            role: .training)
    }

    @Test("at every count from 10,000 up an example costs at most 24 bytes, growing tables included")
    func bytesPerExample() {
        var (generator, seed) = SeededGenerator.fresh()
        var index = ExampleIndex()
        var worst = (bytes: 0, count: 1)
        for count in 1...250_000 {
            _ = index.compare(example(hash(&generator), record: count))
            guard index.peakBytes <= ExampleIndex.bytes(for: count) else {
                Issue.record("seed \(seed): \(index.peakBytes) bytes for \(count)")
                return
            }
            let isWorse = index.peakBytes * worst.count > worst.bytes * count
            if count >= 10_000, isWorse { worst = (index.peakBytes, count) }
        }
        #expect(worst.bytes <= ExampleIndex.bytesPerEntry * worst.count, "seed \(seed): \(worst)")
        #expect(worst.bytes >= 20 * worst.count)
        #expect(index.count == 250_000)
    }

    @Test("tables that all grow at the same time cost no more")
    func tablesInStep() {
        var (generator, seed) = SeededGenerator.fresh()
        var index = ExampleIndex()
        for count in 1...12_000 {
            let before = index.bytes
            let prompt = Hash128(high: generator.next(), low: 7)
            _ = index.compare(example(prompt, record: count))
            // 256 such tables, the last of which has just been copied.
            let bytes = 256 * index.bytes + before
            guard count < 400 || bytes <= 256 * ExampleIndex.bytesPerEntry * count else {
                Issue.record("seed \(seed): \(bytes) bytes for 256 times \(count)")
                return
            }
        }
    }

    @Test("a full index never passes its limit, knows the first examples and says how many came later")
    func limit() {
        var (generator, seed) = SeededGenerator.fresh()
        for limit in [1, 191, 192, 5000, 60_000, 200_000] {
            var index = ExampleIndex(limit: limit)
            index.begin("train.csv")
            let prompts = (0..<10_000).map { _ in hash(&generator) }
            for (place, prompt) in prompts.enumerated() {
                #expect(index.compare(example(prompt, record: place + 1)).whole == nil, "seed \(seed)")
            }
            #expect(index.peakBytes <= limit)
            guard let cut = index.cut(for: .training) else {
                Issue.record("seed \(seed), limit \(limit): nothing was left out")
                return
            }
            #expect(cut.limit == limit)
            #expect(cut.remembered + cut.forgotten == prompts.count)
            #expect(cut.remembered >= ExampleIndex.entries(within: limit), "seed \(seed), limit \(limit)")
            for (place, prompt) in prompts.enumerated() {
                let earlier = index.compare(example(prompt, record: 10_001 + place)).whole
                #expect(earlier?.record == (place < cut.remembered ? place + 1 : nil), "seed \(seed)")
            }
            #expect(index.peakBytes <= limit)
        }
    }

    @Test("the limit it asks for is enough", arguments: [1, 300, 9000, 45_000])
    func sufficientLimit(_ count: Int) throws {
        let (generator, seed) = SeededGenerator.fresh()
        func filled(_ limit: Int) -> ExampleIndex {
            var generator = generator
            var index = ExampleIndex(limit: limit)
            index.begin("one.json")
            for record in 1...count {
                let prompt = hash(&generator)
                _ = index.compare(example(prompt, record: record, key: hash(&generator)))
            }
            return index
        }
        let cut = try #require(filled(100).cut(for: .training), "seed \(seed)")
        #expect(cut.forgotten == count)
        #expect(filled(cut.sufficient).cut(for: .training) == nil, "seed \(seed), \(cut)")
    }

    @Test("what a file is missing is its own; a validation file misses what training does")
    func cutsOfFiles() {
        var (generator, _) = SeededGenerator.fresh()
        var index = ExampleIndex(limit: 192)
        let prompts = (0..<3).map { _ in hash(&generator) }
        index.begin("one.csv")
        for (place, prompt) in prompts.enumerated() { _ = index.compare(example(prompt, record: place + 1)) }
        #expect(index.cut(for: .training)?.forgotten == 2)
        index.begin("two.csv")
        #expect(index.compare(example(prompts[0], record: 1)).whole?.path == "one.csv")
        #expect(index.cut(for: .training) == nil, "all of it was known")
        index.begin("valid.csv")
        #expect(index.cut(for: .validation)?.forgotten == 2)
    }
}
