public import TuneTokens

/// How tokens were counted.
public struct TokenizerUse: Sendable {
    /// The family whose tokens were counted.
    public var family: ModelFamily
    /// True when a vocabulary counted them.
    public var isExact: Bool
    /// The bound of a total's error in per mille; 0 for exact counts.
    public var errorPermille: Int
    /// True when the counts are the family's own, not those of another vocabulary of the same form.
    public var countsForFamily = true
    /// The chat template whose tokens are counted with the text; nil for none.
    public var template: String?

    /// The word for how they were counted.
    package var kind: String { isExact ? "exact" : "estimate" }
}
