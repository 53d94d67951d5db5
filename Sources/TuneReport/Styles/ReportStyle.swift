/// A way to write results down. One style, one file; ``ReportStyles`` lists them.
public protocol ReportStyle: Sendable {
    /// The name on the command line.
    var name: String { get }

    /// A result in this style, its last line ended.
    func text(of result: some Reported, in rendering: Rendering) -> String
}
