public import TuneFindings

/// A rule of the catalogue. Costs an integer; ordered by code.
public struct RuleID: Hashable, Comparable, Sendable {
    /// The rule's index in `RuleCatalogue.descriptions`.
    let index: Int

    private init(index: Int) {
        self.index = index
    }

    /// Every rule, by code.
    public static let all = RuleCatalogue.descriptions.indices.map(RuleID.init)

    /// The rule with that code or name, in any case; nil when there is none.
    public init?(named word: String) {
        let folded = word.lowercased()
        let index = RuleCatalogue.descriptions.firstIndex {
            $0.code.lowercased() == folded || $0.name == folded
        }
        guard let index else { return nil }
        self.init(index: index)
    }

    /// What the rule is.
    public var description: RuleDescription { RuleCatalogue.descriptions[index] }

    /// Orders by code.
    public static func < (one: RuleID, other: RuleID) -> Bool { one.index < other.index }
}
