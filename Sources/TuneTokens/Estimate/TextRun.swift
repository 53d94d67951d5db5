/// The kinds of run the estimator cuts a text into, each with the number of positions it tells apart.
enum TextRun: Int, CaseIterable {
    case start, spaces, tabs, lineEnds, controls, digits
    /// Words of ASCII letters, accented ones among them, after a space and after anything else.
    case spacedLower, lower, spacedCapital, capital, spacedUpper, upper
    case spacedPunctuation, punctuation, signs, emoji
    case greek, cyrillic, hebrew, arabic, indic, southeastAsian, kana, han, hangul, rare

    /// How many positions of the run have a weight of their own; the last is that of all that follow.
    var depth: Int {
        switch self {
        case .start: 1
        case .digits: 3
        case .tabs, .lineEnds, .controls, .signs, .emoji, .rare: 4
        case .spacedUpper, .upper, .spacedPunctuation, .punctuation: 8
        case .kana, .han, .hangul: 8
        case .spaces, .spacedLower, .lower, .spacedCapital, .capital: 16
        case .greek, .cyrillic, .hebrew, .arabic, .indic, .southeastAsian: 12
        }
    }

    /// Where a byte of that class leads from this run: the run it stays in or opens, `nil` for a continuation
    /// byte, which changes nothing. `position` is 0-based.
    func next(_ byte: ByteClass, at position: Int) -> TextRun? {
        switch byte {
        case .continuation: nil
        case .endOfText: .start
        case .control: .controls
        case .tab: .tabs
        case .lineEnd: .lineEnds
        case .space: .spaces
        case .digit: .digits
        case .lower, .latin: afterLower(at: position)
        case .upper: afterUpper
        case .apostrophe, .punctuation: afterPunctuation
        case .latinSign, .mark, .sign: .signs
        case .greek: .greek
        case .cyrillic: .cyrillic
        case .hebrew: .hebrew
        case .arabic: .arabic
        case .indic: .indic
        case .southeastAsian: isLatinWord ? self : .southeastAsian
        case .kana: .kana
        case .han: .han
        case .hangul: .hangul
        case .emoji: .emoji
        case .rare: .rare
        }
    }

    private var afterPunctuation: TextRun {
        self == .spaces || self == .spacedPunctuation ? .spacedPunctuation : .punctuation
    }

    private var isLatinWord: Bool {
        switch self {
        case .spacedLower, .lower, .spacedCapital, .capital, .spacedUpper, .upper: true
        default: false
        }
    }

    /// A small letter continues a small word; after one capital it makes a capitalised word of it; after
    /// several (`HTTPserver`) it opens a new word.
    private func afterLower(at position: Int) -> TextRun {
        switch self {
        case .spacedLower, .lower, .spacedCapital, .capital: self
        case .spacedUpper: position == 0 ? .spacedCapital : .capital
        case .upper: .capital
        case .spaces: .spacedLower
        default: .lower
        }
    }

    /// A capital continues a run of capitals and opens a new word after a small letter (`camelCase`).
    private var afterUpper: TextRun {
        switch self {
        case .spacedUpper, .upper: self
        case .spaces: .spacedUpper
        default: .upper
        }
    }
}
