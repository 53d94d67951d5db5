import TestSupport
import Testing

@testable import TuneBytes

@Suite("Reading other encodings than UTF-8")
struct TextEncodingTests {
    private static let text = "prompt,é“q”\n你好,🙂 \u{10FFFF}\u{FFFF}\u{7FF}x\n"

    private func utf16(_ units: [UInt16], bigEndian: Bool) -> [UInt8] {
        units.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return bigEndian ? [high, low] : [low, high]
        }
    }

    private func guess(_ bytes: [UInt8]) -> EncodingGuess { EncodingGuess(bytes.span) }

    @Test("a byte order mark names the encoding and its own length")
    func marks() {
        let utf8 = guess([0xEF, 0xBB, 0xBF, 0x61])
        #expect(utf8.encoding == .utf8 && utf8.markLength == 3)
        let little = guess([0xFF, 0xFE, 0x61, 0x00])
        #expect(little.encoding == .utf16LittleEndian && little.markLength == 2)
        let big = guess([0xFE, 0xFF, 0x00, 0x61])
        #expect(big.encoding == .utf16BigEndian && big.markLength == 2)
        let none = guess(Array("plain".utf8))
        #expect(none.encoding == .utf8 && none.markLength == 0)
    }

    @Test("UTF-16 without a mark is known by its NUL bytes")
    func nulPattern() {
        let units = Array("prompt,completion\né,ü\n".utf16)
        #expect(guess(utf16(units, bigEndian: false)).encoding == .utf16LittleEndian)
        #expect(guess(utf16(units, bigEndian: true)).encoding == .utf16BigEndian)
        #expect(guess(utf16(units, bigEndian: true)).markLength == 0)
    }

    @Test(
        "UTF-8 is not taken for UTF-16",
        arguments: [
            [], [0x61], [0x00], [0x61, 0x00], [0xEF, 0xBB], Array("a\0b".utf8), [0, 0, 0, 0, 0, 0],
        ])
    func notUTF16(bytes: [UInt8]) {
        #expect(guess(bytes) == guess(Array("plain text".utf8)))
    }

    @Test(
        "UTF-16 becomes the same text for every chunk size", arguments: [1, 2, 3, 5, 7, 4096], [false, true])
    func utf16Chunks(block: Int, bigEndian: Bool) {
        let stored = utf16(Array(Self.text.utf16), bigEndian: bigEndian)
        for readSize in [1, 3, 8, 1000] {
            let input = UTF16Input(DrippingInput(stored, block: block), bigEndian: bigEndian)
            #expect(Reading(input, readSize: readSize).bytes == Array(Self.text.utf8))
        }
    }

    @Test(
        "a lone surrogate becomes invalid UTF-8 at its place",
        arguments: [
            ([0x61, 0xD83D, 0x62], [0x61, 0xED, 0xA0, 0xBD, 0x62]),
            ([0x61, 0xDE42, 0x62], [0x61, 0xED, 0xB9, 0x82, 0x62]),
            ([0x61, 0xD83D], [0x61, 0xED, 0xA0, 0xBD]),
            ([0x61, 0xD83D, 0xD83D, 0xDE42], [0x61, 0xED, 0xA0, 0xBD, 0xF0, 0x9F, 0x99, 0x82]),
        ] as [([UInt16], [UInt8])])
    func loneSurrogates(units: [UInt16], expected: [UInt8]) {
        for bigEndian in [false, true] {
            for block in [1, 2, 3, 100] {
                let stored = utf16(units, bigEndian: bigEndian)
                let input = UTF16Input(DrippingInput(stored, block: block), bigEndian: bigEndian)
                let bytes = Reading(input, readSize: block).bytes
                #expect(bytes == expected)
                #expect(bytes.span.firstInvalidUTF8() == 1)
            }
        }
    }

    @Test("an odd byte at the end becomes an invalid byte at its place", arguments: [1, 2, 3, 100])
    func oddByte(block: Int) {
        let input = UTF16Input(DrippingInput([0x61, 0, 0x62, 0, 0x63], block: block), bigEndian: false)
        #expect(Reading(input).bytes == [0x61, 0x62, 0xFF])
        let behindSurrogate = UTF16Input(DrippingInput([0x3D, 0xD8, 0x63], block: block), bigEndian: false)
        #expect(Reading(behindSurrogate).bytes == [0xED, 0xA0, 0xBD, 0xFF])
    }

    @Test("Latin-1 is byte n as code point n", arguments: [1, 3, 1000])
    func latin1(block: Int) {
        let input = SingleByteInput(DrippingInput(Array(0...255), block: block), encoding: .latin1)
        let expected = (0...255).flatMap { Array(String(Character(Unicode.Scalar(UInt8($0)))).utf8) }
        #expect(Reading(input, readSize: block).bytes == expected)
    }

    @Test("Windows-1252 differs from Latin-1 in its own block only")
    func windows1252() {
        let input = SingleByteInput(MemoryInput(Array(0...255)), encoding: .windows1252)
        let text = String(decoding: Reading(input).bytes, as: UTF8.self)
        let block = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
        let scalars = Array(text.unicodeScalars)
        #expect(scalars.count == 256)
        #expect(Array(scalars[0x80..<0xA0]) == Array(block.unicodeScalars))
        for code in Array(0..<0x80) + Array(0xA0...0xFF) { #expect(scalars[code].value == UInt32(code)) }
        #expect((0...255).map { SingleByteInput.windows1252Scalar(for: $0) } == scalars)
    }

    @Test("the length in UTF-8 leads back to the place in the file", arguments: TextEncoding.allCases)
    func storedLength(encoding: TextEncoding) {
        let scalars = Array(
            (encoding == .latin1 || encoding == .windows1252 ? "né à" : Self.text).unicodeScalars)
        var stored = 0
        var text: [UInt8] = []
        for scalar in scalars {
            let length = encoding.storedLength(of: text.span)
            #expect(length == stored, "before \(scalar)")
            text += Array(String(Character(scalar)).utf8)
            switch encoding {
            case .utf8: stored += UTF8.width(scalar)
            case .utf16LittleEndian, .utf16BigEndian: stored += 2 * UTF16.width(scalar)
            case .windows1252, .latin1: stored += 1
            }
        }
    }

    @Test("faults in UTF-16 take as many bytes as they did in the file")
    func storedFaults() {
        let surrogate: [UInt8] = [0x61, 0xED, 0xA0, 0xBD, 0x62]
        let lengths = [surrogate, [0x61, 0xFF], []].map {
            TextEncoding.utf16BigEndian.storedLength(of: $0.span)
        }
        #expect(lengths == [6, 3, 0])
    }

    @Test(
        "a file is opened with its mark taken off",
        arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian])
    func opening(encoding: TextEncoding) throws {
        let bytes: [UInt8]
        switch encoding {
        case .utf16LittleEndian: bytes = [0xFF, 0xFE] + utf16(Array(Self.text.utf16), bigEndian: false)
        case .utf16BigEndian: bytes = [0xFE, 0xFF] + utf16(Array(Self.text.utf16), bigEndian: true)
        default: bytes = [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)
        }
        for stored in [bytes, GzipMember(bytes).bytes] {
            let input = try TextInput(memory: stored, path: "a.csv")
            #expect(input.encoding == encoding)
            #expect(input.markLength == (encoding == .utf8 ? 3 : 2))
            #expect(input.compression == (stored == bytes ? nil : .gzip))
            #expect(Reading(input, readSize: 5).bytes == Array(Self.text.utf8))
        }
    }

    @Test("an encoding that is asked for is used, whatever the file looks like")
    func forcedEncoding() throws {
        let input = try TextInput(memory: [0x93, 0x61, 0x94], path: "a.csv", encoding: .windows1252)
        #expect(Reading(input).bytes == Array("“a”".utf8))
        let marked = try TextInput(
            memory: [0xFF, 0xFE, 0x61, 0], path: "a.csv", encoding: .utf16LittleEndian)
        #expect(marked.markLength == 2)
        #expect(Reading(marked).bytes == [0x61])
        let other = try TextInput(memory: [0xEF, 0xBB, 0xBF], path: "a.csv", encoding: .latin1)
        #expect(other.markLength == 0)
        #expect(Reading(other).bytes == Array("ï»¿".utf8))
    }

    @Test("a file on disk knows its size and how far it was read")
    func fileOnDisk() throws {
        let folder = try TemporaryFolder()
        let stored = GzipMember([UInt8](repeating: 0x61, count: 10_000)).bytes
        let input = try TextInput(path: try folder.write(stored, to: "a.csv.gz"))
        #expect(input.storedSize == stored.count)
        #expect(Reading(input).bytes.count == 10_000)
        #expect(input.storedPosition == stored.count)
    }

    @Test(
        "files of no and of one byte are read as they are",
        arguments: [[], [0x1F], [0x61], [0xEF]] as [[UInt8]])
    func tinyFiles(bytes: [UInt8]) throws {
        let input = try TextInput(memory: bytes, path: "a.csv")
        #expect(input.compression == nil)
        #expect(Reading(input).bytes == bytes)
    }

    @Test("a gzip file cut inside its header is an error when it is opened")
    func cutHeader() {
        #expect(throws: ByteError.gzipTruncated(path: "a.gz", compressed: 5, uncompressed: 0)) {
            try TextInput(memory: Array(GzipMember("text").bytes[..<5]), path: "a.gz")
        }
    }
}
