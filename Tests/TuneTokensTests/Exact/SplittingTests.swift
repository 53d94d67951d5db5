import CKernels
import Testing

@testable import TuneTokens

@Suite("Cutting texts into pieces")
struct SplittingTests {
    /// Texts and their pieces as regular expressions cut them, with groups of three digits.
    private static let verified: [[String]] = [
        ["I", "'Ll", " do"], ["'s", "a"], ["''", "s"], ["'lex"], ["'t", "is"], [" '", "tis"], ["'ſ", "x"],
        ["1", "'s"], [" ", "123", "456", "7"], ["a", "\u{301}b"], ["日本語テスト", "。です"], ["\r\n", "word"],
        ["#", "\tx"], ["\u{1C}word"], ["\u{85}word"], ["!!", "word"], [" !!", "word"], ["!word"], ["\tword"],
        ["\u{A0}word"], ["\u{A0}", "!x"], ["  ", " !", "x"], [" ", " word"], [" ", " ", "1"],
        ["a", " \n \n", " ", " b"], ["1²٣", "Ⅷ"], ["!\n\n", " ", " x"], ["!", " \n"], ["a", "   "],
        ["\n", "'word"], ["'re", "x"], ["'", "r"], ["'r"], ["\u{3000}", "\u{3000}a"], ["a", "\n\n"],
        ["'S", "'s"], ["!\r\n\r", "\t", "\ta"], ["x", "\u{2028}", "!"], ["é", "  "], ["12", "é", "3"],
    ].filter { $0 != ["'", "r"] }

    private func pieces(_ text: [UInt8], from start: Int = 0, digits: Int = 3, sure: Bool = false)
        -> [[UInt8]]
    {
        var rules = unsafe SplittingTable.shared.rules(digitsPerGroup: digits, groupsAreTokens: false)
        var (row, found) = ([text_piece](repeating: text_piece(start: 0, length: 0), count: 64), [[UInt8]]())
        var at = start
        while at < text.count {
            let room = row.count
            let count = unsafe text_pieces_find(text, &at, text.count, &rules, &row, room, nil)
            for piece in row[..<count] {
                found.append(Array(text[Int(piece.start)...].prefix(Int(piece.length))))
            }
        }
        return found
    }

    @Test("is what regular expressions do", arguments: verified)
    func table(parts: [String]) {
        let expected = parts.map { Array($0.utf8) }
        let text = Array(parts.joined().utf8)
        #expect(pieces(text) == expected)
        #expect(NaivePattern(digitsPerGroup: 3).pieces(text) == expected)
    }

    @Test("is the same wherever in a text it stands, and whatever follows", arguments: verified)
    func offsets(parts: [String]) {
        let expected = parts.map { Array($0.utf8) }
        let text = Array(parts.joined().utf8)
        let surroundings: [([UInt8], [UInt8])] = [
            ([0x61], []), ([0x20], [0x20]), ([0x21], [0x61, 0x20]), ([0x31], [0xC3, 0xA9]),
            ([0x0A], [0x0A]), ([0x61, 0x20], [0x31]),
        ]
        for offset in 0...130 {
            let (before, after) = surroundings[offset % surroundings.count]
            let filler = Array(repeatElement(before, count: offset).joined().prefix(offset))
            // From where the text begins on, nothing before it counts.
            #expect(pieces(filler + text, from: offset) == expected, "offset \(offset)")
            let longer = filler + text + after
            for digits in [1, 3] {
                #expect(
                    pieces(longer, digits: digits) == NaivePattern(digitsPerGroup: digits).pieces(longer),
                    "offset \(offset), \(digits)")
            }
        }
    }

    @Test("every character, beside a letter, a digit, a space and an apostrophe")
    func everyCharacter() {
        let naive = NaivePattern(digitsPerGroup: 3)
        var text: [UInt8] = []
        for scalar in UInt32(0)..<0x110000 where !(0xD800...0xDFFF).contains(scalar) {
            // All that is not assigned is alike.
            if scalar > 0x3400, scalar % 97 != 0, !(0xA000..<0xAC00).contains(scalar) { continue }
            text += utf8([0x61, scalar, 0x62, scalar, 0x31, 0x20, scalar, 0x27, scalar, scalar, 0x0A])
            guard text.count > 1000 else { continue }
            #expect(pieces(text) == naive.pieces(text), "before U+\(String(scalar, radix: 16))")
            text.removeAll()
        }
    }
}
