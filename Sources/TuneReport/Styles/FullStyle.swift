/// For people: each finding with its line and a caret under the spot, then what there is to say in all.
public struct FullStyle: ReportStyle {
    /// `--format full`.
    public let name = "full"

    /// The style; a rendering holds what it depends on.
    public init() {}

    /// The findings, each with its line, then the lines of the result.
    public func text(of result: some Reported, in rendering: Rendering) -> String {
        let block = FindingBlock(rendering)
        return result.findingsShown.map(block.text).joined()
            + (result.tally?.moreLines(rendering.palette) ?? "")
            + result.lines(in: rendering).map { $0.text + "\n" }.joined()
    }
}
