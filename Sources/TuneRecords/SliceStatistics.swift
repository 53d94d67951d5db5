/// What a parser counted while it went over a slice.
public struct SliceStatistics: Sendable, Equatable {
    /// Records lent.
    public var records = 0
    /// Physical lines that end in the slice; a last line without a line end counts.
    public var lines = 0
    /// Empty lines that were skipped.
    public var emptyLines = 0
    /// The first of them, in the slice.
    public var firstEmptyLine: Int?
    /// Records that end in another way than the file's first line.
    public var otherLineEnds = 0
    /// The first of them: the offset of its line end in the slice.
    public var firstOtherLineEnd: Int?
    /// True when a quote stands where its number says nothing of where records end.
    var hasIrregularQuotes = false

    /// Nothing counted.
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
