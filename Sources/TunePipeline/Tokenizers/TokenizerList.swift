package import TuneTokens

/// The vocabularies added, and for which models nothing but the estimate is there.
public struct TokenizerList: Sendable {
    /// A family, and how its tokens would be counted.
    package struct Line: Sendable {
        /// The family.
        package var family: ModelFamily
        /// The vocabulary added for it; nil when there is none that can be read.
        package var entry: TokenizerEntry?
        /// A file of another tool that is used in place of an entry.
        package var found: String?
        /// True when something was added that cannot be read any more.
        package var isDamaged: Bool

        /// How the family's tokens are counted.
        package var kind: String {
            if isDamaged { return "damaged" }
            return entry == nil && found == nil ? "estimate" : "exact"
        }
    }

    /// The folder of the store; nil where the environment names none.
    package let folder: String?
    /// A line for each family.
    package let lines: [Line]

    /// The list of a store.
    public init(_ choice: TokenizerChoice) {
        folder = choice.store?.folder
        let damaged = choice.store?.damaged ?? []
        lines = ModelFamily.allCases.map { family in
            let (entry, isDamaged) = (choice.store?.entry(family), damaged.contains(family))
            let models = entry == nil && !isDamaged ? BaseModel.all.filter { $0.family == family } : []
            let found = models.lazy.compactMap { choice.found(family, for: $0)?.path }.first
            return Line(family: family, entry: entry, found: found, isDamaged: isDamaged)
        }
    }
}
