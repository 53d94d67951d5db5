import TestSupport
import Testing

@testable import TuneTokens

@Suite("Normalization form C of random texts")
struct ComposerPropertyTests {
    private static let pools: [[UInt32]] = [
        UnicodeTables.compositions, Array(CompositionTables.shared.concerned), Array(0x61...0x7A),
        Array(Hangul.leading), Array(Hangul.vowels), Array(Hangul.trailing), Array(Hangul.syllables),
    ].map { $0.filter(isOld) }

    @Test("texts are one for the standard library exactly when their form C is the same bytes")
    func equivalence() {
        var (generator, seed) = SeededGenerator.fresh()
        for round in 0..<4000 {
            let scalars = text(&generator)
            let other = round % 2 == 0 ? variant(of: scalars, &generator) : changed(scalars, &generator)
            let result = composed(utf8(scalars))
            #expect(string(result) == string(utf8(scalars)), "seed \(seed), \(hex(scalars))")
            #expect(
                (result == composed(utf8(other))) == (string(utf8(scalars)) == string(utf8(other))),
                "seed \(seed), \(hex(scalars)) and \(hex(other))")
        }
    }

    @Test("form C of form C is itself, and what is called composed is")
    func idempotence() {
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<4000 {
            let scalars = text(&generator)
            let result = composed(utf8(scalars))
            #expect(composed(result) == result, "seed \(seed), \(hex(scalars))")
            if isComposed(utf8(scalars)) {
                #expect(result == utf8(scalars), "seed \(seed), \(hex(scalars))")
            }
        }
    }

    @Test("bytes that are not UTF-8 are kept, and what stands between them is composed")
    func invalid() {
        var (generator, seed) = SeededGenerator.fresh()
        let pieces: [[UInt8]] = [
            [0x80], [0xC3], [0xC0, 0x81], [0xCC], [0xE0, 0x8C, 0x81], [0xED, 0xA0, 0x80], [0xE3, 0x82],
            [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88], [0xFF], [0x41], Array("中".utf8),
        ]
        for _ in 0..<2000 {
            var text: [UInt8] = []
            var expected: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<12, using: &generator) {
                let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
                text += piece + utf8([0x65, 0x301])
                expected += piece + utf8([0xE9])
            }
            let result = composed(text)
            #expect(result == expected, "seed \(seed)")
        }
    }

    @Test("random bytes never trap, and stay as they are where they are called composed")
    func randomBytes() {
        var (generator, seed) = SeededGenerator.fresh()
        let likely: [UInt8] = [
            0x65, 0xCC, 0x81, 0xE1, 0x85, 0xA1, 0x84, 0x80, 0xF0, 0x91, 0x82, 0xBA, 0xEF, 0xA4,
        ]
        for round in 0..<20_000 {
            let count = Int.random(in: 0..<40, using: &generator)
            let bytes = round % 2 == 0 ? generator.bytes(count) : generator.bytes(count, from: likely)
            let result = composed(bytes)
            #expect(composed(result) == result, "seed \(seed), \(bytes)")
            if isComposed(bytes) { #expect(result == bytes, "seed \(seed), \(bytes)") }
        }
    }

    /// True for what the standard library and tables of Unicode 9.0 must see alike. It does not see that three Tibetan vowels
    /// begin with a mark once they are taken apart: U+2DE8 U+0F81 is U+0F71 U+0F80 U+2DE8, and for it another text.
    private static func isOld(_ scalar: UInt32) -> Bool {
        if [0xF73, 0xF75, 0xF81].contains(scalar) { return false }
        guard let age = Unicode.Scalar(scalar)?.properties.age else { return false }
        return age <= (9, 0)
    }

    private func text(_ generator: inout SeededGenerator) -> [UInt32] {
        (0..<Int.random(in: 1...12, using: &generator)).map { _ in random(&generator) }
    }

    private func random(_ generator: inout SeededGenerator) -> UInt32 {
        let pool = Self.pools[Int.random(in: 0..<Self.pools.count, using: &generator)]
        return pool[Int.random(in: 0..<pool.count, using: &generator)]
    }

    /// The same text otherwise written: some scalars taken apart, some marks of unequal class exchanged.
    private func variant(of scalars: [UInt32], _ generator: inout SeededGenerator) -> [UInt32] {
        let tables = CompositionTables.shared
        var result: [UInt32] = []
        for scalar in scalars {
            if Bool.random(using: &generator) {
                tables.appendDecomposed(scalar, to: &result)
            } else {
                result.append(scalar)
            }
        }
        for index in result.indices.dropFirst() {
            let classes = [result[index - 1], result[index]].map(tables.combiningClass)
            if !classes.contains(0), classes[0] != classes[1] { result.swapAt(index - 1, index) }
        }
        return result
    }

    /// A text with two neighbours exchanged, which may make another one of it.
    private func changed(_ scalars: [UInt32], _ generator: inout SeededGenerator) -> [UInt32] {
        guard scalars.count > 1 else { return scalars }
        var result = scalars
        let index = Int.random(in: 1..<scalars.count, using: &generator)
        result.swapAt(index - 1, index)
        return result
    }

    private func string(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    private func hex(_ scalars: [UInt32]) -> String {
        scalars.map { String($0, radix: 16) }.joined(separator: " ")
    }
}
