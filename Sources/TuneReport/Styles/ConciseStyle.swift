/// For editors and grep: each finding on one line, then as little as possible.
public struct ConciseStyle: ReportStyle {
    public let name = "concise"

    /// The style; a rendering holds what it depends on.
    public init() {}

    public func text(of result: some Reported, in rendering: Rendering) -> String {
        let line = FindingLine(rendering)
        return result.findingsShown.map(line.text).joined()
            + (result.tally?.moreLines(rendering.palette) ?? "")
            + result.conciseLines(in: rendering).map { $0.text + "\n" }.joined()
    }
}
