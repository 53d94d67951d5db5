import TuneFindings
import TuneText

/// A finding for people: what, where, the line with a caret under the spot, why and what to do.
struct FindingBlock: Sendable {
    private let palette: Palette
    private let width: Int

    /// Blocks in the colours and the width of a rendering, at least 40 columns.
    init(_ rendering: Rendering) {
        palette = rendering.palette
        width = max(rendering.width, 40)
    }

    /// A finding, its lines ended.
    func text(of finding: Finding) -> String {
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
        let tag = palette.tag(finding.severity, code: finding.code)
        return "\(tag) \(palette.paint(finding.name, .emphasis)): \(finding.message)"
    }

    private func place(_ location: Location) -> String? {
        var words: [String] = []
        if let record = location.record { words.append("record \(record)") }
        if let field = location.field { words.append("\(location.fieldNoun) \(shown(field, limit: 200))") }
        let behind = words.isEmpty ? "" : "  (\(words.joined(separator: ", ")))"
        return "\(location.clickable)\(behind)"
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
