public import TuneFindings
import TunePipeline
public import TuneText

/// How a result is written down: in which style and colours, how wide, and from which severity on it has failed.
public struct Rendering: Sendable {
    /// The style.
    public var style: any ReportStyle
    /// The colours.
    public var palette: Palette
    /// The width of what people read, in columns.
    public var width: Int
    /// Findings of this severity or above mean failure; nil for never.
    public var failsAt: Severity?

    /// A rendering for people, without colours, 100 columns wide, that never fails, unless it is said otherwise.
    public init(
        _ style: any ReportStyle = FullStyle(), palette: Palette = Palette(isOn: false), width: Int = 100,
        failsAt: Severity? = nil
    ) {
        self.style = style
        self.palette = palette
        self.width = width
        self.failsAt = failsAt
    }

    /// The result in this rendering, its last line ended.
    public func text(of result: some Reported) -> String { style.text(of: result, in: self) }

    /// Whether these findings mean failure.
    func isFailed(by findings: FindingTally) -> Bool { failsAt.map(findings.reaches) == true }
}
