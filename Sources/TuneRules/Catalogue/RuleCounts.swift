public import TuneFindings

/// A number for each rule of the catalogue: how often it found something.
public struct RuleCounts: Sendable, Equatable {
    private var counts: [Int]

    /// Rules that have found nothing yet.
    public init() {
        counts = [Int](repeating: 0, count: RuleCatalogue.descriptions.count)
    }

    /// The number of a rule.
    public subscript(rule: RuleID) -> Int {
        get { counts[rule.index] }
        set { counts[rule.index] = newValue }
    }

    /// The rules that found something, by code, each with its number.
    public var found: [(rule: RuleID, count: Int)] {
        RuleID.all.filter { self[$0] > 0 }.map { ($0, self[$0]) }
    }

    /// The number of all rules of that severity.
    public func count(of severity: Severity) -> Int {
        found.reduce(0) { $0 + ($1.rule.description.severity == severity ? $1.count : 0) }
    }

    /// Adds the numbers of others.
    public mutating func merge(_ other: RuleCounts) {
        for index in counts.indices { counts[index] += other.counts[index] }
    }
}
