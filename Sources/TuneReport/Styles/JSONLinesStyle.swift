import TuneBytes
import TunePipeline

/// For programs that read line by line: one JSON document a line.
public struct JSONLinesStyle: ReportStyle {
    /// `--format jsonl`.
    public let name = "jsonl"

    /// The style; a rendering holds what it depends on.
    public init() {}

    /// The documents of the result, each on a line.
    public func text(of result: some Reported, in rendering: Rendering) -> String {
        result.jsonLines(in: rendering).map { $0.rendered(.line) + "\n" }.joined()
    }
}
