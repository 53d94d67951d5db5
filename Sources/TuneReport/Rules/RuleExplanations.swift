public import TuneBytes
import TuneFindings
import TunePipeline
public import TuneRules
import TuneText

/// What rules mean, each with an example.
public struct RuleExplanations: Reported {
    private let rules: [RuleDescription]

    /// Explanations of these rules, in this order.
    public init(of rules: [RuleID]) {
        self.rules = rules.map(\.description)
    }

    /// A paragraph for each rule, with empty lines between them.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        let paragraphs = rules.map { explanation(of: $0, in: rendering.palette) }
        return Array(paragraphs.joined(separator: [""])).map(ReportLine.plain)
    }

    private func explanation(of rule: RuleDescription, in palette: Palette) -> [String] {
        let tag = palette.tag(rule.severity, code: rule.code)
        var lines = [
            "\(tag) \(palette.paint(rule.name, .emphasis)): \(rule.summary)", "", "why: \(rule.why)",
            "since \(rule.since); leave it out with `--allow \(rule.name)`",
        ]
        if let example = rule.rejected.first {
            lines += ["", "found in \(example.file), at ▸:"] + shown(example)
        }
        if let example = rule.accepted.first {
            lines += ["", "nothing found in \(example.file):"] + shown(example)
        }
        return lines
    }

    private func shown(_ example: RuleExample) -> [String] {
        let condition = example.condition.map { ["(\($0))"] } ?? []
        return (RuleExample.visibleLines(example.text) + condition).map { "    \($0)" }
    }

    /// The rules in one JSON array.
    public func json(in rendering: Rendering) -> [JSON] { [.array(rules.map(\.json))] }

    /// A JSON object for each rule.
    public func jsonLines(in rendering: Rendering) -> [JSON] { rules.map(\.json) }
}
