import TuneFindings
import TuneText

/// A line cut to a terminal's width around a spot.
struct ClippedLine {
    /// The line, with `…` where it was cut.
    private(set) var text = ""
    /// The columns before the caret.
    private(set) var caretColumn = 0

    init(_ excerpt: Excerpt, room: Int) {
        let masked = Masking.masked(excerpt.before + excerpt.after).unicodeScalars
        let spot = masked.index(masked.startIndex, offsetBy: excerpt.before.unicodeScalars.count)
        let before = String(masked[..<spot])
        let after = String(masked[spot...])
        let (front, isCut) = Self.tail(of: before, room: room / 2)
        text = (isCut || excerpt.isCutBefore ? "…" : "") + front
        caretColumn = DisplayText.width(of: text)
        let (back, isCutBack) = Self.head(of: after, room: room - caretColumn - 1)
        text += back + (isCutBack || excerpt.isCutAfter ? "…" : "")
    }

    private static func head(of text: String, room: Int) -> (String, Bool) {
        var result = ""
        var used = 0
        for character in text {
            let shown = DisplayText.visible(character)
            let width = DisplayText.width(of: shown)
            if used + width > room { return (result, true) }
            result += shown
            used += width
        }
        return (result, false)
    }

    private static func tail(of text: String, room: Int) -> (String, Bool) {
        var pieces: [String] = []
        var used = 0
        for character in text.reversed() {
            let shown = DisplayText.visible(character)
            let width = DisplayText.width(of: shown)
            if used + width > room { return (pieces.reversed().joined(), true) }
            pieces.append(shown)
            used += width
        }
        return (pieces.reversed().joined(), false)
    }
}
