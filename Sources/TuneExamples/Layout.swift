public import TuneRecords

/// A way records spell examples.
public protocol Layout: Sendable {
    /// The name on the command line and in reports.
    var name: String { get }
    /// The columns that are read.
    var columns: [Column] { get }
    /// Why this layout was chosen, in words for a person.
    var reason: String { get }
    /// Fills `example`, which has been reset, from a readable record; joins text in the record where it must.
    func read(_ record: inout Record, into example: inout Example)
}
