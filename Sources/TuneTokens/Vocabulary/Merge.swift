/// Two tokens that join into one.
public struct Merge: Hashable, Sendable {
    /// The id of the left token.
    public var left: UInt32
    /// The id of the right token.
    public var right: UInt32
    /// The id of what they become.
    public var result: UInt32
    /// When they join: lower ranks first, of equal ranks the leftmost pair.
    public var rank: UInt32

    /// The merge of two token ids into `result`, by `rank` from 0.
    public init(left: UInt32, right: UInt32, result: UInt32, rank: UInt32) {
        self.left = left
        self.right = right
        self.result = result
        self.rank = rank
    }
}
