import TuneText

/// Findings for people: what, where, the line with a caret under the spot, why and what to do.
public struct FullStyle: Sendable {
    private let palette: Palette
    private let width: Int

    /// A style for a terminal `width` columns wide.
    public init(palette: Palette, width: Int = 100) {
        self.palette = palette
        self.width = max(width, 40)
    }

    /// A finding, its lines ended.
    public func text(of finding: Finding) -> String {
        let gutter = String(repeating: " ", count: max(4, "\(finding.site.line ?? 0)".count + 2))
        var lines = [headline(finding)]
        if let place = place(finding.site) { lines.append("\(gutter.dropLast())\(paint("-->")) \(place)") }
        if let excerpt = finding.excerpt {
            lines += evidence(excerpt, line: finding.site.line, gutter)
        }
        if let why = finding.why { lines.append("\(gutter.dropLast())why: \(why)") }
        if let help = finding.help { lines.append("\(gutter.dropLast(2))help: \(help)") }
        return lines.joined(separator: "\n") + "\n\n"
    }

    private func headline(_ finding: Finding) -> String {
        let tag = palette.paint(
            "\(finding.severity.rawValue)[\(finding.code)]", palette.role(of: finding.severity))
        return "\(tag) \(palette.paint(finding.name, .emphasis)): \(finding.message)"
    }

    private func place(_ site: Location) -> String? {
        var words: [String] = []
        if let record = site.record { words.append("record \(record)") }
        if let field = site.field { words.append("\(site.fieldNoun) \(shown(field, limit: 200))") }
        let behind = words.isEmpty ? "" : "  (\(words.joined(separator: ", ")))"
        return "\(SitePlace.text(of: site))\(behind)"
    }

    private func evidence(_ excerpt: Excerpt, line: Int?, _ gutter: String) -> [String] {
        let room = max(width - gutter.count - 4, 24)
        let clipped = ClippedLine(excerpt, room: room)
        let number = line.map { "\($0)" } ?? ""
        let padding = String(repeating: " ", count: max(0, gutter.count - number.count - 1))
        let caret = String(repeating: " ", count: clipped.caretColumn) + palette.paint("^", .error)
        let note = excerpt.note.map { " \($0)" } ?? ""
        return [
            "\(gutter)\(paint("|"))",
            "\(padding)\(paint(number)) \(paint("|")) \(clipped.text)",
            "\(gutter)\(paint("|")) \(caret)\(note)",
            "\(gutter)\(paint("|"))",
        ]
    }

    private func paint(_ text: String) -> String { palette.paint(text, .place) }
}

/// The clickable form of a place.
enum SitePlace {
    static func text(of site: Location) -> String {
        var text = DisplayText.visible(site.path)
        if let line = site.line {
            text += ":\(line)"
            if let column = site.column { text += ":\(column)" }
        }
        return text
    }
}

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
