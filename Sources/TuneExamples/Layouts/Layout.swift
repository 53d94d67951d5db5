public import TuneRecords

/// A way records spell examples, settled for one file.
public protocol Layout: Sendable {
    /// The name on the command line and in reports.
    var name: String { get }
    /// The columns that are read.
    var columns: [Column] { get }
    /// Why this layout was chosen, in words for a person.
    var reason: String { get }
    /// What is read from where, in words for a person.
    var summary: String { get }
    /// True when examples have a prompt.
    var hasPrompt: Bool { get }
    /// True when the publishers of such data drew a split that ``OfficialSplit`` repeats.
    var hasOfficialSplit: Bool { get }
    /// The layout's own options and what they are set to, as a manifest names them.
    var settings: [(name: String, value: String)] { get }
    /// Fills `example`, which has been reset, from a readable record; joins text in the record where it must. What it
    /// wants and does not find becomes a defect of the example.
    func read(_ record: inout Record, into example: inout Example)
}

extension Layout {
    /// The layout's name, for those whose keys follow from it.
    public var summary: String { "layout \(name)" }
    /// True: most layouts have one.
    public var hasPrompt: Bool { true }
    /// False: few publishers did.
    public var hasOfficialSplit: Bool { false }
    /// None.
    public var settings: [(name: String, value: String)] { [] }
}
