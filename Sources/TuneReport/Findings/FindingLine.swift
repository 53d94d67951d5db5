import TuneFindings
import TuneText

/// A finding on one line, for editors and for grep: `path:line:column: severity[code] name: message`.
struct FindingLine: Sendable {
    private let palette: Palette

    /// Lines in the colours of a rendering.
    init(_ rendering: Rendering) {
        palette = rendering.palette
    }

    /// A finding, its line ended.
    func text(of finding: Finding) -> String {
        let tag = palette.tag(finding.severity, code: finding.code)
        return "\(finding.site.clickable): \(tag) \(finding.name): \(finding.message)\n"
    }
}
