/// Where every row of a split went.
public struct SplitLedger: RowLedger {
    /// Records read.
    public var recordsIn = 0
    /// Rows of the training file.
    public var training = 0
    /// Rows of the validation file.
    public var validation = 0
    /// Rows that could not be read.
    public var rejected = 0
    /// Defects that belong to no record, such as a JSON array that is never closed: more may be missing.
    public var faultsOutsideRecords = 0

    /// Rows written or rejected.
    public var recordsOut: Int { training + validation + rejected }

    /// True when nothing was rejected and there are no defects outside the records.
    public var isWhole: Bool { rejected == 0 && faultsOutsideRecords == 0 }
}
