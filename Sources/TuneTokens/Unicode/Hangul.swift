/// The Hangul syllables, which are reckoned from their letters instead of looked up (Unicode Standard, 3.12).
enum Hangul {
    static let syllables: Range<UInt32> = 0xAC00..<0xD7A4
    static let leading: Range<UInt32> = 0x1100..<0x1113
    static let vowels: Range<UInt32> = 0x1161..<0x1176
    static let trailing: Range<UInt32> = 0x11A8..<0x11C3

    private static let syllablesPerVowel: UInt32 = 28
    private static let syllablesPerLeading: UInt32 = 588

    /// Appends the two or three letters of a syllable.
    static func appendLetters(of syllable: UInt32, to letters: inout [UInt32]) {
        let index = syllable - syllables.lowerBound
        letters.append(leading.lowerBound + index / syllablesPerLeading)
        letters.append(vowels.lowerBound + index % syllablesPerLeading / syllablesPerVowel)
        let last = index % syllablesPerVowel
        if last > 0 { letters.append(trailing.lowerBound + last - 1) }
    }

    /// The syllable of a leading letter and a vowel, or of a syllable without an end and a trailing letter.
    static func syllable(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if leading.contains(first), vowels.contains(second) {
            return syllables.lowerBound + (first - leading.lowerBound) * syllablesPerLeading
                + (second - vowels.lowerBound) * syllablesPerVowel
        }
        if trailing.contains(second), syllables.contains(first),
            (first - syllables.lowerBound) % syllablesPerVowel == 0
        {
            return first + (second - trailing.lowerBound) + 1
        }
        return nil
    }
}
