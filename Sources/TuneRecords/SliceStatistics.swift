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

    /// Nothing counted.
    public init() {}
}
