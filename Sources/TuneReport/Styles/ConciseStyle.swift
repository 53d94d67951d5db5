/// For editors and grep: each finding on one line, then as little as possible.
public struct ConciseStyle: ReportStyle {
    /// `--format concise`.
    public let name = "concise"

    /// The style; a rendering holds what it depends on.
    public init() {}

    /// The findings, one a line, then the few lines that are left of the result.
    public func text(of result: some Reported, in rendering: Rendering) -> String {
        let line = FindingLine(rendering)
        return result.findingsShown.map(line.text).joined()
            + (result.tally?.moreLines(rendering.palette) ?? "")
            + result.conciseLines(in: rendering).map { $0.text + "\n" }.joined()
    }
}
