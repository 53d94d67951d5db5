public import TuneBytes
public import TuneFindings
public import TunePipeline

/// A result that every style can write down. One result, one folder; what a style makes of it is the style's alone.
public protocol Reported {
    /// The findings that are shown one by one, in order.
    var findingsShown: [Finding] { get }
    /// The counts of all that was found, where more may have been found than is shown.
    var tally: FindingTally? { get }
    /// The lines for people, after the findings.
    func lines(in rendering: Rendering) -> [ReportLine]
    /// The lines that are left of them where every finding takes one line.
    func conciseLines(in rendering: Rendering) -> [ReportLine]
    /// The result as JSON: one document, for most.
    func json(in rendering: Rendering) -> [JSON]
    /// The result as JSON documents of one line each.
    func jsonLines(in rendering: Rendering) -> [JSON]
}

extension Reported {
    /// No findings.
    public var findingsShown: [Finding] { [] }
    /// Nothing but what is shown.
    public var tally: FindingTally? { nil }
    /// All lines.
    public func conciseLines(in rendering: Rendering) -> [ReportLine] { lines(in: rendering) }
    /// The same documents.
    public func jsonLines(in rendering: Rendering) -> [JSON] { json(in: rendering) }
}

extension Reported {
    /// The result in a rendering, its last line ended.
    public func text(in rendering: Rendering) -> String { rendering.text(of: self) }
}
