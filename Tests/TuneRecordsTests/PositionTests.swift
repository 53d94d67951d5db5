import TestSupport
import Testing
import TuneBytes

@testable import TuneRecords

@Suite("Locations of defects")
struct PositionTests {
    /// A defect that is put into a row, and where it is.
    private struct Planted: Equatable {
        var kind: RecordDefect.Kind
        var offset: Int
        var line: Int
        var record: Int
    }

    /// The bytes of a row of three columns with a defect, the defect's offset among them and what it is.
    private static func defectiveRow(
        at start: Int, using generator: inout SeededGenerator
    ) -> (bytes: [UInt8], offset: Int, kind: RecordDefect.Kind) {
        let head = Array("\"first\nline\",é".utf8)
        switch Int.random(in: 0..<7, using: &generator) {
        case 0: return (head, head.count, .tooFewFields(found: 2, expected: 3))
        case 1:
            let kind = RecordDefect.Kind.tooManyFields(found: 4, expected: 3, smartQuotes: false)
            return (head + Array(",x,\"y\nz\"".utf8), head.count + 3, kind)
        case 2: return (head + Array(",12\" disk".utf8), head.count + 3, .strayQuote(afterSpaces: false))
        case 3:
            let kind = RecordDefect.Kind.textAfterQuote(opened: start + head.count + 1, backslash: false)
            return (head + Array(",\"a\nb\"c".utf8), head.count + 6, kind)
        case 4: return (head + Array(",\"a\n\0\"".utf8), head.count + 4, .nul)
        case 5: return (head + Array(",\"a\n".utf8) + [0xE9, 0x22], head.count + 4, .invalidUTF8(byte: 0xE9))
        default: return (head + Array(",  \"a\"".utf8), head.count + 3, .strayQuote(afterSpaces: true))
        }
    }

    @Test("defects among quoted newlines have their byte, line and record", arguments: 0..<20)
    func plantedDefects(round: Int) {
        var (generator, seed) = SeededGenerator.fresh()
        var bytes = Array("a,\"b\nb\",c\n".utf8)
        var planted: [Planted] = []
        var record = 0
        for _ in 0..<60 {
            if Int.random(in: 0..<10, using: &generator) == 0 { bytes += [0x0A] }
            record += 1
            let row: [UInt8]
            if Int.random(in: 0..<4, using: &generator) == 0 {
                let damaged = Self.defectiveRow(at: bytes.count, using: &generator)
                let before = bytes + damaged.bytes[..<damaged.offset]
                let line = before.count { $0 == 0x0A } + 1
                planted.append(Planted(kind: damaged.kind, offset: before.count, line: line, record: record))
                row = damaged.bytes
            } else {
                let text = (0..<Int.random(in: 0...5, using: &generator)).map { "\"\"word \($0)\n" }.joined()
                row = Array("\"\(text)\",\(record),你好".utf8)
            }
            bytes += row + [0x0A]
        }
        for size in [64, 100, 257, 1 << 20] {
            let reading = ReadResult(bytes, sliceSize: size)
            let found = reading.rows.flatMap { row in
                row.defects.map {
                    Planted(kind: $0.kind, offset: $0.offset, line: $0.line, record: row.number)
                }
            }
            #expect(found == planted, "seed \(seed), slices of \(size)")
            #expect(reading.records == record, "seed \(seed), slices of \(size)")
            #expect(reading.lines == bytes.count { $0 == 0x0A }, "seed \(seed), slices of \(size)")
        }
    }

    @Test(
        "offsets in a UTF-16 file count the file's own bytes",
        arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func utf16(encoding: TextEncoding) {
        let text = "a,b\né🙂,你\n\"x\n🙂\",1\n\"🙂\"y,2\nlast,3\n"
        let isBig = encoding == .utf16BigEndian
        let stored = "\u{FEFF}\(text)".utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isBig ? [high, low] : [low, high]
        }
        let head = "\u{FEFF}a,b\né🙂,你\n\"x\n🙂\",1\n".utf16.count * 2
        for size in [64, 1 << 20] {
            let reading = ReadResult(stored, sliceSize: size)
            let expected = RecordDefect.Kind.textAfterQuote(opened: head, backslash: false)
            #expect(reading.defects == [.init(kind: expected, offset: head + 8, line: 5)])
            #expect(reading.rows.map(\.start) == [10, 22, head, head + 16])
            #expect(reading.usable == [["é🙂", "你"], ["x\n🙂", "1"], ["last", "3"]])
        }
    }

    @Test("a lone surrogate in a UTF-16 file is a defect at its own bytes")
    func loneSurrogate() {
        let units = Array("\u{FEFF}a,b\nx,".utf16) + [0xD83D] + Array("y\n1,2\n".utf16)
        let reading = ReadResult(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(reading.defects == [.init(kind: .invalidUTF8(byte: 0xED), offset: 14, line: 2)])
        #expect(reading.usable == [["1", "2"]])
    }

    @Test("a UTF-16 file with an odd last byte has a defect there")
    func oddByte() {
        let whole = "\u{FEFF}a,b\n1,2".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let reading = ReadResult(whole + [0x61])
        #expect(reading.defects == [.init(kind: .invalidUTF8(byte: 0xFF), offset: 16, line: 2)])
        #expect(reading.rows.first?.end == 17)
    }

    @Test("offsets in a Windows-1252 file count the file's own bytes")
    func windows1252() {
        let stored = Array("a,b\ncaf".utf8) + [0xE9, 0x80, 0x2C] + Array("12\" x\n1,2\n".utf8)
        let reading = ReadResult(stored, encoding: .windows1252)
        #expect(reading.defects == [.init(kind: .strayQuote(afterSpaces: false), offset: 12, line: 2)])
        #expect(reading.usable == [["1", "2"]])
    }
}
