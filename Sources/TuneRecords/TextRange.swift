/// Where a lent text is: in the slice as it was read or, when something had to be undone, in the record's
/// scratch.
public struct TextRange: Sendable, Equatable, BitwiseCopyable {
    /// The offset of the first byte.
    public var lower: Int32
    /// The offset after the last byte.
    public var upper: Int32
    /// What the offsets count in, and whether the bytes are the text.
    @usableFromInline var form: Form

    @usableFromInline enum Form: UInt8, Sendable, BitwiseCopyable {
        /// The text as the slice holds it.
        case inSlice
        /// The text as the record's scratch holds it.
        case inScratch
        /// The inside of a CSV field in the slice, its quotes still doubled.
        case doubled
    }

    /// True when the offsets count in the record's scratch.
    @inlinable public var isInScratch: Bool { form == .inScratch }
    /// The length in bytes.
    @inlinable public var count: Int { Int(upper - lower) }
    /// True when there is no byte.
    @inlinable public var isEmpty: Bool { lower == upper }

    /// A range of the slice, or of the scratch.
    public init(_ lower: Int, _ upper: Int, isInScratch: Bool = false) {
        self.init(lower, upper, as: isInScratch ? .inScratch : .inSlice)
    }

    init(_ lower: Int, _ upper: Int, as form: Form) {
        self.init(Int32(truncatingIfNeeded: lower), Int32(truncatingIfNeeded: upper), as: form)
    }

    @inlinable init(_ lower: Int32, _ upper: Int32, as form: Form) {
        self.lower = lower
        self.upper = upper
        self.form = form
    }

    /// No text.
    public static let empty = TextRange(0, 0)
}
