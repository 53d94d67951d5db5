import Testing

@testable import TuneTokens

/// What is expected is what tokenizers 0.23.3 gives.
@Suite("Normalization form C, as the tokenizers library does it")
struct ComposerTests {
    @Test(
        "a mark joins its letter, in any order of marks",
        arguments: [
            ([0x65, 0x301], [0xE9]), ([0x3C, 0x338], [0x226E]), ([0x61, 0x302, 0x301], [0x1EA5]),
            ([0x61, 0x301, 0x323], [0x1EA1, 0x301]), ([0xE9, 0x323], [0x1EB9, 0x301]),
            ([0x6F, 0x323, 0x31B], [0x1EE3]), ([0x6F, 0x31B, 0x323], [0x1EE3]),
            ([0x65, 0x345, 0x334, 0x301], [0xE9, 0x334, 0x345]), ([0x3B1, 0x313, 0x301, 0x345], [0x1F84]),
            ([0x1F00, 0x342, 0x345], [0x1F86]), ([0x627, 0x653], [0x622]), ([0x304B, 0x3099], [0x304C]),
            ([0x9C7, 0x9BE], [0x9CB]), ([0xBC6, 0xBBE], [0xBCA]), ([0xCC6, 0xCC2, 0xCD5], [0xCCB]),
            ([0xDD9, 0xDCF, 0xDCA], [0xDDD]), ([0x1B05, 0x1B35], [0x1B06]), ([0x11131, 0x11127], [0x1112E]),
        ] as [([UInt32], [UInt32])])
    func joining(scalars: [UInt32], expected: [UInt32]) {
        #expect(composed(scalars) == expected)
        #expect(!isComposed(utf8(scalars)))
    }

    @Test(
        "marks are put in order, without crossing a letter",
        arguments: [
            ([0x301, 0x323, 0x61], [0x323, 0x301, 0x61]), ([0x301, 0x61], [0x301, 0x61]),
            ([0x61, 0x62, 0x301], [0x61, 0x62, 0x301]), ([0x915, 0x94D, 0x93C], [0x915, 0x93C, 0x94D]),
            ([0xE01, 0xE49, 0xE38], [0xE01, 0xE38, 0xE49]), ([0x628, 0x651, 0x64E], [0x628, 0x64E, 0x651]),
            ([0xF71, 0xF72, 0xF74], [0xF71, 0xF72, 0xF74]),
        ] as [([UInt32], [UInt32])])
    func ordering(scalars: [UInt32], expected: [UInt32]) {
        #expect(composed(scalars) == expected)
    }

    @Test(
        "a mark of the same class or a joiner between blocks, a lower class does not",
        arguments: [
            ([0x61, 0x308, 0x301, 0x304], [0xE4, 0x301, 0x304]),
            ([0x61, 0x305, 0x301], [0x61, 0x305, 0x301]),
            ([0x65, 0x34F, 0x301], [0x65, 0x34F, 0x301]), ([0x61, 0x316, 0x301], [0xE1, 0x316]),
            ([0x1100, 0x1161, 0x301, 0x11A8], [0xAC00, 0x301, 0x11A8]),
        ] as [([UInt32], [UInt32])])
    func blocking(scalars: [UInt32], expected: [UInt32]) {
        #expect(composed(scalars) == expected)
    }

    @Test(
        "what may not stand in form C is replaced, what is excluded stays apart",
        arguments: [
            ([0x212B], [0xC5]), ([0x2126], [0x3A9]), ([0x212A], [0x4B]), ([0xF900], [0x8C48]),
            ([0x2F800], [0x4E3D]), ([0x344], [0x308, 0x301]), ([0xF73], [0xF71, 0xF72]),
            ([0x61, 0x340], [0xE0]),
            ([0x958], [0x915, 0x93C]), ([0x915, 0x93C], [0x915, 0x93C]), ([0xFB2C], [0x5E9, 0x5BC, 0x5C1]),
            ([0x2ADD, 0x338], [0x2ADD, 0x338]), ([0x1D157, 0x1D165], [0x1D157, 0x1D165]),
        ] as [([UInt32], [UInt32])])
    func replacing(scalars: [UInt32], expected: [UInt32]) {
        #expect(composed(scalars) == expected)
    }

    @Test(
        "Hangul letters make syllables, old ones do not",
        arguments: [
            ([0x1100, 0x1161], [0xAC00]), ([0x1100, 0x1161, 0x11A8], [0xAC01]), ([0xAC00, 0x11A8], [0xAC01]),
            ([0x1112, 0x1175, 0x11C2], [0xD7A3]), ([0xAC01, 0x11A8], [0xAC01, 0x11A8]),
            ([0xAC00, 0x11A7], [0xAC00, 0x11A7]), ([0xAC00, 0x11C3], [0xAC00, 0x11C3]),
            ([0x1161, 0x11A8], [0x1161, 0x11A8]), ([0x1113, 0x1161], [0x1113, 0x1161]),
            ([0x1100, 0x1176], [0x1100, 0x1176]),
        ] as [([UInt32], [UInt32])])
    func hangul(scalars: [UInt32], expected: [UInt32]) {
        #expect(composed(scalars) == expected)
    }

    @Test(
        "marks up to Unicode 9.0 move and join, later ones do neither",
        arguments: [
            ([0x61, 0x11442, 0x334], [0x61, 0x334, 0x11442]),
            ([0x61, 0x301, 0x11442, 0x323], [0x1EA1, 0x11442, 0x301]),
            ([0x61, 0x301, 0x1DF9, 0x323], [0xE1, 0x1DF9, 0x323]),
            ([0x61, 0x1DF9, 0x301], [0x61, 0x1DF9, 0x301]),
            ([0x11935, 0x11930], [0x11935, 0x11930]), ([0x105D2, 0x307], [0x105D2, 0x307]),
            ([0x61, 0x897, 0x301], [0x61, 0x897, 0x301]),
        ] as [([UInt32], [UInt32])])
    func version(scalars: [UInt32], expected: [UInt32]) {
        #expect(composed(scalars) == expected)
    }

    @Test("an accent is found wherever it stands in a long text", arguments: 0..<100)
    func offsets(front: Int) {
        for unit in ["a", "é", "ж", "中", "😀"] {
            let before = Array(String(repeating: unit, count: front).utf8)
            for back in 0..<20 {
                let after = Array(String(repeating: unit, count: back).utf8)
                let apart = before + utf8([0x65, 0x301]) + after
                #expect(composed(apart) == before + utf8([0xE9]) + after)
                #expect(!isComposed(apart))
            }
        }
    }

    @Test(
        "texts without marks are known to be composed",
        arguments: [
            "", "a", "The quick brown fox jumps over the lazy dog, again and again and again and again.",
            "Ça va? Où est passé l’été? Où est passé l’été? Où est passé l’été? Où est passé l’été?",
            "В чащах юга жил бы цитрус? Да, но фальшивый экземпляр!", "天地玄黃，宇宙洪荒。日月盈昃，辰宿列張。",
            "いろはにほへと ちりぬるを ガギグゲゴ", "키스의 고유조건은 입술끼리 만나야 하고", "😀😃😄😁😆😅🤣😂🙂🙃",
        ])
    func quiet(text: String) {
        let bytes = Array(text.utf8)
        #expect(isComposed(bytes))
        #expect(composed(bytes) == bytes)
    }

    @Test("a megabyte of marks on one letter is put in order")
    func manyMarks() {
        let count = 250_000
        let marks = (0..<count).flatMap { _ in [0x301, 0x323] as [UInt32] }
        let below = [UInt32](repeating: 0x323, count: count - 1)
        let above = [UInt32](repeating: 0x301, count: count)
        #expect(composed([0x61] + marks) == [0x1EA1] + below + above)
    }

    @Test("what is written is appended")
    func appending() {
        var output: [UInt8] = [0x7A]
        Composer().appendComposed(utf8([0x65, 0x301]).span, to: &output)
        #expect(output == utf8([0x7A, 0xE9]))
    }
}
