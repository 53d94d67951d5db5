/// How many numbers are not finite.
public struct NonFiniteCount: Sendable, Hashable {
    /// Numbers that are NaN.
    public var nans = 0
    /// Numbers that are infinite, of either sign.
    public var infinities = 0

    /// A count of as many as are given; of none without.
    public init(nans: Int = 0, infinities: Int = 0) {
        self.nans = nans
        self.infinities = infinities
    }

    /// True when every number is finite.
    public var isEmpty: Bool { nans == 0 && infinities == 0 }

    /// Adds another count.
    public static func += (count: inout NonFiniteCount, other: NonFiniteCount) {
        count.nans += other.nans
        count.infinities += other.infinities
    }
}
