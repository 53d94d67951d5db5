import TuneFindings

/// What one rule finds in a file as a whole.
public struct FileReport: Sendable {
    /// What was found.
    private(set) var findings: [RuleFinding] = []

    private let rule: RuleID
    private let facts: FileFacts

    /// An empty report of `rule` on a file.
    init(by rule: RuleID, on facts: FileFacts) {
        self.rule = rule
        self.facts = facts
    }

    /// Reports something that concerns the file as a whole.
    public mutating func add(_ wording: Wording) {
        findings.append(RuleFinding(rule, wording, site: Location(path: facts.path)))
    }

    /// Reports something that begins at a line (1-based).
    public mutating func add(_ wording: Wording, line: Int) {
        findings.append(
            RuleFinding(rule, wording, site: Location(path: facts.path, line: line, column: 1)))
    }

    /// Reports something at a byte range of the header; `field` is the column's name.
    public mutating func add(_ wording: Wording, header range: Range<Int>, field: String? = nil) {
        var converter = LocationConverter(slice: facts.header, path: facts.path)
        findings.append(converter.finding(rule, wording, at: range, field: field))
    }
}
