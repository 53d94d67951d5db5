import TuneBytes
import TunePipeline

/// For programs: JSON, indented.
public struct JSONStyle: ReportStyle {
    public let name = "json"

    /// The style; a rendering holds what it depends on.
    public init() {}

    public func text(of result: some Reported, in rendering: Rendering) -> String {
        result.json(in: rendering).map { $0.rendered(.indented) + "\n" }.joined()
    }
}
