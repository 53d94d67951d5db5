/// Where every row of a run went: no row vanishes unexplained.
public protocol RowLedger: Sendable, Equatable {
    /// Records read.
    var recordsIn: Int { get }
    /// Records of which it is known what became of them.
    var recordsOut: Int { get }
}

extension RowLedger {
    /// True when every record is accounted for.
    public var isClosed: Bool { recordsIn == recordsOut }
}
