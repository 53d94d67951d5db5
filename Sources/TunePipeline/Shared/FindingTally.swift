public import TuneFindings
public import TuneRules

/// What all rules found: counts that are exact beyond every cap, and the first findings of each rule.
public struct FindingTally: Sendable {
    /// How often each rule found something.
    public private(set) var counts = RuleCounts()
    /// The findings kept, in file order.
    public private(set) var kept: [Finding] = []
    private var keptPerRule = RuleCounts()
    /// How many findings of each rule are kept.
    public let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes in what was found in a slice that begins after `position`, slices coming in file order.
    mutating func merge(_ report: SliceReport, after position: FilePosition) {
        counts.merge(report.counts)
        for found in report.kept.sorted(by: Self.precedes) where keptPerRule[found.rule] < limit {
            keep(found.placed(after: position))
        }
    }

    private static func precedes(_ one: RuleFinding, _ other: RuleFinding) -> Bool {
        let (first, second) = (one.finding.site.byteStart ?? 0, other.finding.site.byteStart ?? 0)
        return first != second ? first < second : one.rule < other.rule
    }

    /// Counts a finding, and keeps it if there is room.
    mutating func add(_ found: RuleFinding) {
        counts[found.rule] += 1
        keep(found)
    }

    private mutating func keep(_ found: RuleFinding) {
        guard keptPerRule[found.rule] < limit else { return }
        keptPerRule[found.rule] += 1
        kept.append(found.finding)
    }

    /// Counts findings about a file as a whole, and keeps them all, before those kept at `index` and after.
    mutating func insert(_ found: [RuleFinding], at index: Int) {
        for finding in found {
            counts[finding.rule] += 1
            keptPerRule[finding.rule] += 1
        }
        kept.insert(contentsOf: found.map(\.finding), at: index)
    }

    /// Findings of that weight, counted exactly.
    public func count(of severity: Severity) -> Int { counts.count(of: severity) }

    /// True when something of that weight or above was found.
    public func reaches(_ severity: Severity) -> Bool {
        Severity.allCases.contains { $0 >= severity && count(of: $0) > 0 }
    }
}
