public import TuneFindings
import TuneRules

/// What all rules found: counts that are exact beyond every cap, and the first findings of each rule.
public struct FindingTally: Sendable {
    /// How often each rule found something, by its place in the catalogue.
    public private(set) var counts: [Int]
    /// The findings kept, in file order.
    public private(set) var kept: [Finding] = []
    private var keptPerRule: [Int]
    /// How many findings of each rule are kept.
    public let limit: Int

    init(limit: Int) {
        self.limit = limit
        counts = [Int](repeating: 0, count: RuleCatalogue.descriptions.count)
        keptPerRule = counts
    }

    /// Counts findings of the rule at `place`.
    mutating func count(_ number: Int, of place: Int) {
        counts[place] += number
    }

    /// True when a further finding of the rule would be kept.
    func wants(_ place: Int) -> Bool { keptPerRule[place] < limit }

    /// Keeps a finding if there is room; does not count it.
    mutating func keep(_ finding: Finding, of place: Int) {
        guard wants(place) else { return }
        keptPerRule[place] += 1
        kept.append(finding)
    }

    /// Puts findings about the file as a whole in front.
    mutating func putInFront(_ findings: [(rule: Int, finding: Finding)], before index: Int) {
        for (rule, _) in findings {
            counts[rule] += 1
            keptPerRule[rule] += 1
        }
        kept.insert(contentsOf: findings.map(\.finding), at: index)
    }

    /// Findings of that weight, counted exactly.
    public func count(of severity: Severity) -> Int {
        zip(RuleCatalogue.descriptions, counts).reduce(0) { $0 + ($1.0.severity == severity ? $1.1 : 0) }
    }

    /// True when something of that weight or above was found.
    public func reaches(_ severity: Severity) -> Bool {
        Severity.allCases.contains { $0 >= severity && count(of: $0) > 0 }
    }
}
