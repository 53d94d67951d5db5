/// Where a lent text stands: in the slice as it was read or, when escapes had to be undone, in the record's
/// scratch.
public struct TextRange: Sendable, Equatable {
    /// The first byte.
    public var lower: Int32
    /// The byte after the last.
    public var upper: Int32
    /// True when the offsets count in the record's scratch.
    public var isInScratch: Bool

    /// The length in bytes.
    public var count: Int { Int(upper - lower) }
    /// True when there is no byte.
    public var isEmpty: Bool { lower == upper }

    /// A range of the slice, or of the scratch.
    public init(_ lower: Int, _ upper: Int, isInScratch: Bool = false) {
        self.lower = Int32(truncatingIfNeeded: lower)
        self.upper = Int32(truncatingIfNeeded: upper)
        self.isInScratch = isInScratch
    }

    /// No text.
    public static let empty = TextRange(0, 0)
}
