import Testing

@testable import TuneTokens

@Suite("What a character is, as Unicode 16.0 has it")
struct CharacterTableTests {
    private let table = CharacterTable.shared

    @Test("every scalar has a byte")
    func size() {
        #expect(table.flags.count == 0x110000)
    }

    @Test("there are as many of each class as the tokenizers' regexes match")
    func counts() {
        let classes = table.flags.map { $0 & CharacterTable.classMask }
        func count(_ wanted: CharacterClass) -> Int { classes.count { $0 == wanted.rawValue } }
        #expect(count(.letter) == 141_028)
        #expect(count(.number) == 1_911)
        #expect(count(.space) == 23)
        #expect(count(.lineEnd) == 2)
        #expect(count(.other) == 0x110000 - 141_028 - 1_911 - 25)
    }

    @Test(
        "scalars have their class",
        arguments: [
            (0x41, .letter), (0xAA, .letter), (0x17F, .letter), (0x4E2D, .letter), (0xAC00, .letter),
            (0x105C9, .letter), (0x323AF, .letter), (0x30, .number), (0xB2, .number), (0x663, .number),
            (0x2167, .number), (0x1FBF9, .number), (0x20, .space), (0x09, .space), (0x0B, .space),
            (0x0C, .space),
            (0x85, .space), (0xA0, .space), (0x1680, .space), (0x200A, .space), (0x2028, .space),
            (0x2029, .space), (0x202F, .space), (0x205F, .space), (0x3000, .space), (0x0A, .lineEnd),
            (0x0D, .lineEnd), (0x1C, .other), (0x200B, .other), (0xFEFF, .other), (0x301, .other),
            (0x27, .other),
            (0xD800, .other), (0x10FFFF, .other),
        ] as [(UInt32, CharacterClass)])
    func classes(scalar: UInt32, expected: CharacterClass) {
        #expect(table.characterClass(of: scalar) == expected)
    }

    @Test(
        "letters and numbers of Unicode 17.0 are none yet",
        arguments: [0x323B0, 0x11DE0, 0x16FF4] as [UInt32])
    func newer(scalar: UInt32) {
        #expect(table.characterClass(of: scalar) == .other)
    }

    @Test("white space and the four separators are blank, and nothing else")
    func blanks() {
        let blanks = table.flags.indices.filter { table.flags[$0] & CharacterTable.blank != 0 }
        #expect(blanks.count == 29)
        for blank in blanks {
            let isSeparator = 0x1C...0x1F ~= blank
            let isWhiteSpace = Unicode.Scalar(UInt32(blank))?.properties.isWhitespace
            #expect(isSeparator || isWhiteSpace == true, "U+\(String(blank, radix: 16))")
        }
    }

    @Test("nothing below U+0300 concerns form C, and all of Latin, Cyrillic and Han stays outside")
    func composing() {
        func concerned(_ range: ClosedRange<Int>) -> Int {
            table.flags[range].count { $0 & CharacterTable.composing != 0 }
        }
        #expect(concerned(0...0x2FF) == 0)
        #expect(concerned(0x300...0x34E) == 79)
        #expect(concerned(0x400...0x482) == 0)
        #expect(concerned(0x4E00...0x9FFF) == 0)
        #expect(concerned(0xAC00...0xD7A3) == 0)
        #expect(concerned(0x1100...0x1112) == 0)
        #expect(concerned(0x1161...0x1175) == 21)
        #expect(concerned(0x11A8...0x11C2) == 27)
    }
}
