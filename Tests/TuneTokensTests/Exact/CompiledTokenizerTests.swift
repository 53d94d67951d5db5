import Foundation
import TestSupport
import Testing
import TuneBytes

@testable import TuneTokens

@Suite("Compiled vocabularies")
struct CompiledTokenizerTests {
    private var stamp: FileStamp? { FileStamp([12, 34, 56, 78]) }

    /// Calls `body` with a path that can be written to.
    private func withPath(_ body: (String) throws -> Void) throws {
        let folder = try TemporaryFolder()
        try withExtendedLifetime(folder) { try body(folder.path("vocabulary")) }
    }

    private func compiled(_ tokenizer: Tokenizer, at path: String) throws -> [UInt8] {
        try tokenizer.write(to: path)
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    @Test("open to the same counts", arguments: InventedVocabulary.all)
    func sameCounts(invented: InventedVocabulary) throws {
        var (generator, seed) = SeededGenerator.fresh()
        let vocabulary = invented.vocabulary(&generator)
        try withPath { path in
            let stamp = try #require(stamp)
            let tokenizer = Tokenizer(vocabulary, source: stamp)
            try tokenizer.write(to: path)
            let opened = try #require(Tokenizer(compiled: path, source: stamp))
            #expect(opened.family == tokenizer.family)
            let (one, other) = (tokenizer.counter(), opened.counter())
            for _ in 0..<20 {
                let text = NastyText.text(&generator)
                var (ids, otherIds): ([UInt32], [UInt32]) = ([], [])
                one.encode(text.span, into: &ids)
                other.encode(text.span, into: &otherIds)
                let count = other.count(text.span)
                #expect(ids == otherIds && count == ids.count, "seed \(seed)")
            }
        }
    }

    @Test("are not opened when a byte is another, some are missing or too many", arguments: [0, 8])
    func damage(index: Int) throws {
        var (generator, seed) = SeededGenerator.fresh()
        let stamp = try #require(stamp)
        let vocabulary = InventedVocabulary.all[index].vocabulary(&generator)
        try withPath { path in
            let good = try compiled(Tokenizer(vocabulary, source: stamp), at: path)
            #expect(TokenizerTables(compiled: good, source: stamp) != nil)
            // Most of the header is compared before the rest is looked at.
            let cheap = Array(0..<16) + Array(32..<128)
            let costly =
                (0..<12).map { _ in Int.random(in: 0..<good.count, using: &generator) } + [16, 31, 128, 255]
            for offset in cheap + costly + [256, good.count - 1] {
                var bad = good
                bad[offset] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                #expect(TokenizerTables(compiled: bad, source: stamp) == nil, "seed \(seed), byte \(offset)")
            }
            for length in [0, 1, 7, 8, 255, 256, 257, good.count / 2, good.count - 1] {
                #expect(TokenizerTables(compiled: Array(good[..<length]), source: stamp) == nil)
            }
            #expect(TokenizerTables(compiled: good + [0], source: stamp) == nil)
        }
    }

    @Test("are not opened for a source with another stamp, in another format, or without a file")
    func otherSources() throws {
        var (generator, _) = SeededGenerator.fresh()
        let stamp = try #require(stamp)
        let vocabulary = InventedVocabulary.all[8].vocabulary(&generator)
        try withPath { path in
            #expect(Tokenizer(compiled: path, source: stamp) == nil)
            let good = try compiled(Tokenizer(vocabulary, source: stamp), at: path)
            for index in 0..<4 {
                var numbers = stamp.numbers
                numbers[index] += 1
                let other = try #require(FileStamp(numbers))
                #expect(Tokenizer(compiled: path, source: other) == nil)
            }
            // Another format may be written with a hash that is right.
            for (offset, number) in [(0, 1), (8, 1), (8, 99)] {
                var bad = good
                bad[offset] = bad[offset] &+ UInt8(number)
                #expect(TokenizerTables(compiled: bad, source: stamp) == nil)
            }
            try Tokenizer(vocabulary).write(to: path)
            #expect(Tokenizer(compiled: path, source: stamp) == nil)
        }
    }

    @Test("headers of random numbers are no headers, and never trap")
    func randomHeaders() throws {
        var (generator, _) = SeededGenerator.fresh()
        let stamp = try #require(stamp)
        let header = CompiledHeader(
            InventedVocabulary.all[0].vocabulary(&generator),
            try #require(TableSizes([300, 900, 256, 1024, 0])), source: stamp)
        for _ in 0..<2000 {
            var numbers = header.numbers
            for index in 2..<numbers.count where Bool.random(using: &generator) {
                numbers[index] = generator.next() >> UInt64.random(in: 0..<64, using: &generator)
            }
            let bytes = numbers.flatMap { number in
                (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
            }
            let file = bytes + [UInt8](repeating: 0, count: 512)
            #expect(TokenizerTables(compiled: file, source: stamp) == nil)
        }
    }
}
