import TestSupport
import Testing

@testable import TuneBytes

@Suite("Finding what is not UTF-8")
struct UTF8ValidityTests {
    /// The offset of the first fault by the standard library: the length of the longest valid prefix.
    private func firstFault(in bytes: [UInt8]) -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var offset = 0
        var decoder = UTF8()
        var rest = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&rest) { offset += UTF8.width(scalar) }
        return offset
    }

    private func found(in bytes: [UInt8]) -> Int? { bytes.span.firstInvalidUTF8() }

    @Test("every sequence of two bytes is judged as the standard library does")
    func pairs() {
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max
            where found(in: [first, second]) != firstFault(in: [first, second]) {
                Issue.record("\(first) \(second)")
            }
        }
    }

    @Test("three and four bytes around every boundary are judged as the standard library does")
    func boundaries() {
        let edges: [UInt8] = [
            0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xFF,
        ]
        for lead in UInt8(0xC0)...0xFF {
            for second in edges {
                for third in edges {
                    for bytes in [
                        [lead, second, third], [lead, second, third, 0x80], [lead, second, third, 0x41],
                    ]
                    where found(in: bytes) != firstFault(in: bytes) {
                        Issue.record("\(bytes)")
                    }
                }
            }
        }
    }

    @Test(
        "named faults stand at the first byte of their sequence",
        arguments: [
            ("overlong slash", [0x61, 0xC0, 0xAF], 1), ("overlong of three", [0xE0, 0x9F, 0xBF], 0),
            ("overlong of four", [0xF0, 0x8F, 0xBF, 0xBF], 0),
            ("high surrogate", [0x61, 0x61, 0xED, 0xA0, 0x80], 2),
            ("low surrogate", [0xED, 0xBF, 0xBF], 0), ("above U+10FFFF", [0xF4, 0x90, 0x80, 0x80], 0),
            ("five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80], 0), ("stray continuation", [0x61, 0x80], 1),
            ("cut at the end", [0x61, 0xE2, 0x82], 1), ("a lead byte alone", [0xC3], 0),
            ("a sequence broken off", [0xE2, 0x82, 0x61], 0),
        ] as [(String, [UInt8], Int)])
    func namedFaults(name: String, bytes: [UInt8], offset: Int) {
        #expect(found(in: bytes) == offset)
    }

    @Test(
        "the first and last of every length are valid",
        arguments: [0x0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF] as [UInt32])
    func limits(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let bytes = Array(String(Character(scalar)).utf8)
        #expect(found(in: bytes) == nil)
        var encoded: [UInt8] = []
        UTF8Encoding.append(value, to: &encoded)
        #expect(encoded == bytes)
    }

    @Test("random bytes and damaged text are judged as the standard library does")
    func random() {
        var (generator, seed) = SeededGenerator.fresh()
        let parts = ["plain ", "é", "“", "你好", "🙂", String(repeating: "x", count: 70)].map { Array($0.utf8) }
        for round in 0..<3000 {
            var bytes: [UInt8] = []
            if round % 4 == 0 {
                bytes = generator.bytes(Int.random(in: 0...20, using: &generator))
            } else {
                for _ in 0..<Int.random(in: 0...12, using: &generator) {
                    bytes += parts[Int.random(in: 0..<parts.count, using: &generator)]
                }
                for _ in 0..<(round % 4 - 1) where !bytes.isEmpty {
                    let place = Int.random(in: 0..<bytes.count, using: &generator)
                    if Bool.random(using: &generator) {
                        bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
                    } else {
                        bytes.remove(at: place)
                    }
                }
            }
            if found(in: bytes) != firstFault(in: bytes) {
                Issue.record("seed \(seed), round \(round): \(bytes)")
            }
        }
    }

    @Test("the search can begin behind a fault")
    func beginning() {
        let bytes: [UInt8] = [0xFF, 0x61, 0xC3, 0xA9, 0xFE, 0x61]
        let faults = [0, 1, 2, 4, 5, 6].map { bytes.span.firstInvalidUTF8(from: $0) }
        #expect(faults == [0, 4, 4, 4, nil, nil])
    }
}
