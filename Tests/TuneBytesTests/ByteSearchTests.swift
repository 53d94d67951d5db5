import TestSupport
import Testing

@testable import TuneBytes

@Suite("Finding bytes")
struct ByteSearchTests {
    /// Random buffers of every length up to 200, each looked at from every alignment of its start.
    private func forEachBuffer(
        _ choice: [UInt8], _ body: (_ bytes: Span<UInt8>, _ naive: ArraySlice<UInt8>) -> Void
    ) {
        var (generator, _) = SeededGenerator.fresh("searching")
        for length in 0...200 {
            let alignment = length % 64
            let buffer = generator.bytes(alignment + length, from: choice)
            body(buffer.span.extracting(alignment..<buffer.count), buffer[alignment...])
        }
        let buffer = generator.bytes(264, from: choice)
        for alignment in 0..<64 {
            body(buffer.span.extracting(alignment..<(alignment + 200)), buffer[alignment..<(alignment + 200)])
        }
    }

    private let sparse = [UInt8](repeating: 0x61, count: 90) + [0x22]
    private let mixed: [UInt8] = Array(0...255)

    @Test("the first occurrence is the first, from every start")
    func first() {
        forEachBuffer(sparse) { bytes, naive in
            for start in 0...naive.count {
                let expected = naive.dropFirst(start).firstIndex(of: 0x22).map { $0 - naive.startIndex }
                let found = bytes.firstOffset(of: 0x22, from: start)
                #expect(found == expected)
            }
        }
        let behindEnd = [1].span.firstOffset(of: 1, from: 5)
        #expect(behindEnd == nil)
    }

    @Test(
        "the first byte of a limit or more is found, from every start",
        arguments: [0x80, 0xCC, 0xFF] as [UInt8])
    func atLeast(limit: UInt8) {
        let below = [UInt8](repeating: limit - 1, count: 120) + [0, 0x7F, limit, 0xFF]
        forEachBuffer(below) { bytes, naive in
            for start in 0...naive.count {
                let expected = naive.dropFirst(start).firstIndex { $0 >= limit }.map { $0 - naive.startIndex }
                let found = bytes.firstOffset(atLeast: limit, from: start)
                #expect(found == expected)
            }
        }
        let none = [UInt8](repeating: limit - 1, count: 200)
        let found = none.span.firstOffset(atLeast: limit)
        #expect(found == nil)
    }

    @Test("the last occurrence is the last, before every end")
    func last() {
        forEachBuffer(sparse) { bytes, naive in
            for end in 0...naive.count {
                let expected = naive.prefix(end).lastIndex(of: 0x22).map { $0 - naive.startIndex }
                let found = bytes.lastOffset(of: 0x22, before: end)
                #expect(found == expected)
            }
        }
    }

    @Test("every occurrence is counted")
    func occurrences() {
        forEachBuffer([0x0A, 0x61]) { bytes, naive in
            let found = bytes.occurrences(of: 0x0A)
            #expect(found == naive.count { $0 == 0x0A })
        }
        forEachBuffer(mixed) { bytes, naive in
            let found = bytes.occurrences(of: 0x80)
            #expect(found == naive.count { $0 == 0x80 })
        }
    }

    @Test("more occurrences than a byte can count are counted")
    func manyOccurrences() {
        let bytes = [UInt8](repeating: 0x0A, count: 16 * 1000 + 5)
        let found = bytes.span.occurrences(of: 0x0A)
        #expect(found == bytes.count)
        let others = bytes.span.occurrences(of: 0x0B)
        #expect(others == 0)
    }

    @Test("two spans are equal when their bytes are")
    func equality() {
        var (generator, _) = SeededGenerator.fresh()
        for length in 0...200 {
            let one = generator.bytes(length)
            let copy = generator.bytes(3) + one
            let isEqualToCopy = one.span.isEqual(to: copy.span.extracting(3..<copy.count))
            #expect(isEqualToCopy)
            let isEqualToLonger = one.span.isEqual(to: (one + [0]).span)
            #expect(!isEqualToLonger)
            guard length > 0 else { continue }
            var other = one
            other[Int.random(in: 0..<length, using: &generator)] ^= 0x10
            let isEqualToChanged = one.span.isEqual(to: other.span)
            #expect(!isEqualToChanged)
        }
    }

    @Test("the ASCII at the front ends at the first byte above 0x7F")
    func asciiLength() {
        forEachBuffer([UInt8](repeating: 0x7F, count: 120) + [0x80]) { bytes, naive in
            for start in 0...naive.count {
                let expected = naive.dropFirst(start).prefix { $0 < 0x80 }.count
                let found = bytes.asciiLength(from: start)
                #expect(found == expected)
            }
        }
    }

    @Test("bytes above 0x7F are counted")
    func nonASCII() {
        forEachBuffer(mixed) { bytes, naive in
            let found = bytes.nonASCIICount()
            #expect(found == naive.count { $0 >= 0x80 })
        }
    }

    @Test("a JSON string's plain run ends at the first quote, backslash or control byte")
    func jsonStringStop() {
        let plain = [UInt8](repeating: 0x61, count: 100) + [0x20, 0x7F, 0x80, 0xFF, 0x21, 0x23, 0x5B, 0x5D]
        forEachBuffer(plain + [0x22, 0x5C, 0x1F, 0x00]) { bytes, naive in
            for start in 0...naive.count {
                let stop = naive.dropFirst(start).firstIndex { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 }
                let found = bytes.jsonStringStop(from: start)
                #expect(found == (stop.map { $0 - naive.startIndex } ?? naive.count))
            }
        }
    }

    @Test("every byte is a stop or none, wherever it stands in a block")
    func everyByte() {
        for byte in UInt8.min...UInt8.max {
            let isStop = byte == 0x22 || byte == 0x5C || byte < 0x20
            for place in 0..<40 {
                var bytes = [UInt8](repeating: 0x61, count: 40)
                bytes[place] = byte
                let found = bytes.span.jsonStringStop(from: 0)
                #expect(found == (isStop ? place : 40))
            }
        }
    }

    @Test("characters are counted, not bytes")
    func characters() {
        let counts = ["", "abc", "é你🙂", "\r\n"].map { Array($0.utf8).span.characterCount() }
        #expect(counts == [0, 3, 3, 2])
    }

    @Test("white space of every kind is blank, anything else is not")
    func blankness() {
        for value in (0...0x3100).map(UInt32.init) + [0xFEFF] {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let expected = scalar.properties.isWhitespace || value == 0x200B || value == 0xFEFF
            let isBlank = Array(" \(String(Character(scalar)))".utf8).span.isBlank
            if isBlank != expected { Issue.record("U+\(String(value, radix: 16))") }
        }
        let cut = [[], [0xE2, 0x80], [0xC2], [0xFF]].map { $0.span.isBlank }
        #expect(cut == [true, false, false, false])
    }

    @Test("a span is copied and decoded as it is")
    func copying() {
        var target: [UInt8] = [1]
        [2, 3].span.append(to: &target)
        [UInt8]().span.append(to: &target)
        #expect(target == [1, 2, 3])
        let text = Array("né".utf8).span.text
        #expect(text == "né")
        let mended = [0x61, 0xFF].span.text
        #expect(mended == "a\u{FFFD}")
    }
}
