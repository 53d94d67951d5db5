/// What a parser counted while it went over a slice.
public struct SliceStatistics: Sendable, Equatable {
    /// Number of records lent.
    public var records = 0
    /// Physical lines that end in the slice; a last line without a line end counts.
    public var lines = 0
    /// Empty lines that were skipped.
    public var emptyLines = 0
    /// The offset of the first of them in the slice.
    public var firstEmptyLine: Int?
    /// Records that end in another way than the file's first line.
    public var otherLineEnds = 0
    /// The offset in the slice of the first such line end.
    public var firstOtherLineEnd: Int?
    /// True when a quote is where the number of quotes says nothing of where records end.
    var hasIrregularQuotes = false

    /// All zero, to be counted up.
    public init() {}

    mutating func noteEmptyLine(at offset: Int) {
        emptyLines += 1
        if firstEmptyLine == nil { firstEmptyLine = offset }
    }

    mutating func noteOtherLineEnd(at offset: Int) {
        otherLineEnds += 1
        if firstOtherLineEnd == nil { firstOtherLineEnd = offset }
    }
}
