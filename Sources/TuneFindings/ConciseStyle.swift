/// Findings one per line, for editors and for grep: `path:line:column: severity[code] name: message`.
public struct ConciseStyle: Sendable {
    private let palette: Palette

    /// A style with these colours.
    public init(palette: Palette) {
        self.palette = palette
    }

    /// A finding, its line ended.
    public func text(of finding: Finding) -> String {
        let tag = palette.paint(
            "\(finding.severity.rawValue)[\(finding.code)]", palette.role(of: finding.severity))
        return "\(SitePlace.text(of: finding.site)): \(tag) \(finding.name): \(finding.message)\n"
    }
}
