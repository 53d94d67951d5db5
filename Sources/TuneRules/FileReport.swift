public import TuneFindings

/// What the rules found in a file as a whole.
public struct FileReport: Sendable {
    /// The findings, with the rule's place in the catalogue.
    public private(set) var findings: [(rule: Int, finding: Finding)] = []

    private let facts: FileFacts
    var rule = 0

    /// An empty report on a file.
    public init(_ facts: FileFacts) {
        self.facts = facts
    }

    /// Reports something that concerns the file as a whole.
    public mutating func add(_ wording: Wording) {
        add(wording, at: Location(path: facts.path))
    }

    /// Reports something that begins at a line (1-based).
    public mutating func add(_ wording: Wording, line: Int) {
        add(wording, at: Location(path: facts.path, line: line, column: 1))
    }

    /// Reports something at bytes `from..<to` of the header.
    public mutating func add(_ wording: Wording, headerFrom from: Int, to: Int, field: String? = nil) {
        let description = RuleCatalogue.descriptions[rule]
        var place = LocationConverter(slice: facts.header)
        let finding = place.finding(
            description, wording, from: from, to: to, record: nil, field: field, path: facts.path)
        findings.append((rule, finding))
    }

    private mutating func add(_ wording: Wording, at site: Location) {
        let description = RuleCatalogue.descriptions[rule]
        findings.append(
            (
                rule,
                Finding(
                    code: description.code, name: description.name, severity: description.severity,
                    message: wording.message, why: wording.why, help: wording.help, site: site)
            ))
    }
}
