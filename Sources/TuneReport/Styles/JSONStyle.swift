import TuneBytes
import TunePipeline

/// For programs: JSON, indented.
public struct JSONStyle: ReportStyle {
    /// `--format json`.
    public let name = "json"

    /// The style; a rendering holds what it depends on.
    public init() {}

    /// The documents of the result, indented, one after the other.
    public func text(of result: some Reported, in rendering: Rendering) -> String {
        result.json(in: rendering).map { $0.rendered(.indented) + "\n" }.joined()
    }
}
