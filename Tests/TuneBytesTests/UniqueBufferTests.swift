import TestSupport
import Testing

@testable import TuneBytes

@Suite("Tapes and the texts copied onto them")
struct TapeTests {
    private func text(_ buffer: borrowing UniqueBuffer<UInt8>) -> String { buffer.span.text }

    @Test("a buffer holds what was appended since it was emptied")
    func growing() {
        var buffer = UniqueBuffer<Int>(capacity: 1)
        for round in 0..<3 {
            for number in 0..<1000 { buffer.append(number + round) }
            buffer[7] = -1
            let count = buffer.count
            #expect(count == 1000)
            var others = 0
            for place in buffer.indices where buffer[place] != (place == 7 ? -1 : place + round) {
                others += 1
            }
            #expect(others == 0)
            buffer.removeAll()
            let isEmpty = buffer.isEmpty
            #expect(isEmpty)
        }
    }

    @Test("of doubled bytes one is copied")
    func pairs() {
        for (source, wanted) in [
            ("", ""), ("a", "a"), ("\"\"", "\""), ("a\"\"\"\"b\"\"", "a\"\"b\""), ("\"\"x", "\"x"),
        ] {
            var buffer = UniqueBuffer<UInt8>(capacity: 1)
            buffer.append(Array(source.utf8).span, withSingle: 0x22)
            #expect(text(buffer) == wanted)
        }
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<500 {
            let parts = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                String(repeating: "x", count: Int.random(in: 0...100, using: &generator))
            }
            var buffer = UniqueBuffer<UInt8>(capacity: 1)
            buffer.append(Array(parts.joined(separator: "\"\"").utf8).span, withSingle: 0x22)
            #expect(text(buffer) == parts.joined(separator: "\""), "seed \(seed)")
        }
    }

    @Test(
        "the escapes of JSON are undone, and what is none stops the copy",
        arguments: [0, 1, 15, 16, 63, 64, 65, 200])
    func json(before: Int) {
        let run = String(repeating: "x", count: before)
        for (source, wanted, stop) in [
            (#"\n\t\"\\\/\b\f\r""#, "\n\t\"\\/\u{8}\u{C}\r", "\""), (#"\u00e9\u4f60A""#, "é你A", "\""),
            ("\u{1F}", "", "\u{1F}"), (#"\ud83d"#, "", "\\"), (#"\u12g4"#, "", "\\"), (#"\u12"#, "", "\\"),
            (#"\x"#, "", "\\"), (#"\"#, "", "\\"), ("end", "end", ""),
        ] {
            let bytes = Array((run + source + run).utf8)
            var buffer = UniqueBuffer<UInt8>(capacity: 1)
            let end = bytes.span.appendJSONText(from: 0, to: &buffer)
            let isWhole = stop.isEmpty
            #expect(text(buffer) == run + wanted + (isWhole ? run : ""))
            #expect(isWhole ? end == bytes.count : bytes[end] == stop.utf8.first)
        }
    }

    @Test("the end of a plain run in a JSON string is found wherever it stands")
    func stops() {
        var (generator, seed) = SeededGenerator.fresh()
        for length in 0..<300 {
            var bytes = [UInt8](repeating: 0x61, count: length)
            let place = Int.random(in: 0...length, using: &generator)
            if place < length {
                bytes[place] = [0x22, 0x5C, 0x00, 0x1F].randomElement(using: &generator) ?? 0x22
            }
            let start = Int.random(in: 0...place, using: &generator)
            #expect(bytes.span.jsonStringStop(from: start) == place, "seed \(seed)")
        }
    }

    @Test("one letter behind a backslash is undone when RFC 8259 knows it")
    func shortEscapes() {
        var known: [UInt8: UInt8] = [:]
        for letter in UInt8.min...UInt8.max {
            var buffer = UniqueBuffer<UInt8>(capacity: 1)
            let end = [0x5C, letter].span.appendJSONText(from: 0, to: &buffer)
            if end == 2 { known[letter] = buffer[0] }
        }
        let wanted: [Character: UInt8] = [
            "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 0x08, "f": 0x0C, "n": 0x0A, "r": 0x0D, "t": 0x09,
        ]
        #expect(known == Dictionary(uniqueKeysWithValues: wanted.map { ($0.asciiValue ?? 0, $1) }))
    }

    @Test("every code unit in four digits of either case becomes its UTF-8, but for surrogates")
    func codeUnits() {
        for unit in stride(from: UInt32(0), through: 0xFFFF, by: 7) {
            let digits = String(unit, radix: 16, uppercase: unit.isMultiple(of: 2))
            let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            var buffer = UniqueBuffer<UInt8>(capacity: 1)
            let end = Array(escape.utf8).span.appendJSONText(from: 0, to: &buffer)
            let scalar = Unicode.Scalar(unit)
            #expect(end == (scalar == nil ? 0 : 6))
            #expect(text(buffer) == (scalar.map { String(Character($0)) } ?? ""))
        }
    }
}
