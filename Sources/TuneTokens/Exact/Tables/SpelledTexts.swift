/// The texts of a vocabulary's tokens as data spells them: a space where SentencePiece has U+2581. No text makes a piece
/// with a space of its own.
struct SpelledTexts {
    let bytes: [UInt8]
    /// By id; empty for a token no text makes.
    let ranges: [Range<Int>]

    var count: Int { ranges.count }

    init(_ vocabulary: Vocabulary) {
        guard vocabulary.isSentencePiece else {
            bytes = vocabulary.texts
            ranges = (0..<vocabulary.count).map(vocabulary.textRange)
            return
        }
        var bytes: [UInt8] = []
        var ranges: [Range<Int>] = []
        for id in 0..<vocabulary.count {
            let start = bytes.count
            var rest = vocabulary.textRange(of: id)
            if vocabulary.texts[rest].contains(0x20) { rest = rest.upperBound..<rest.upperBound }
            while let first = rest.first {
                let isMark = vocabulary.texts[rest].starts(with: Self.mark)
                bytes.append(isMark ? 0x20 : vocabulary.texts[first])
                rest = (first + (isMark ? Self.mark.count : 1))..<rest.upperBound
            }
            ranges.append(start..<bytes.count)
        }
        self.bytes = bytes
        self.ranges = ranges
    }

    /// U+2581, which SentencePiece writes for a space.
    private static let mark: [UInt8] = [0xE2, 0x96, 0x81]

    /// True for a text of one character.
    func isCharacter(_ range: Range<Int>) -> Bool {
        range.count { bytes[$0] & 0xC0 != 0x80 } == 1
    }

    /// The code points of a text.
    func points(_ range: Range<Int>) -> [UInt32] {
        String(decoding: bytes[range], as: UTF8.self).unicodeScalars.map(\.value)
    }

    /// The key of a text of up to 15 bytes.
    func key(_ range: Range<Int>) -> ShortKey {
        var words: (low: UInt64, high: UInt64) = (0, 0)
        for (offset, index) in range.enumerated() {
            let byte = UInt64(bytes[index]) << UInt64(8 * (offset % 8))
            if offset < 8 { words.low |= byte } else { words.high |= byte }
        }
        return ShortKey(words.low, words.high, length: range.count)
    }
}
