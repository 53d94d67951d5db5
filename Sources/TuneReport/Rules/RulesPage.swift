import TuneFindings
import TuneRules

/// What every rule means, as `docs/rules.md`.
public enum RulesPage {
    /// The page of all rules in Markdown.
    public static var text: String {
        var lines = [
            "# Rules", "",
            "Written by `tuneprep explain --all --format markdown`; change a rule's description, not this page.",
            "`▸` marks the spot a finding points at, `‹FF›` is the byte 0xFF.", "",
        ]
        for family in RuleFamily.allCases {
            let rules = RuleCatalogue.descriptions.filter { $0.family == family }
            guard !rules.isEmpty else { continue }
            lines += ["## \(family.title)", "", "| code | name | severity | finds |", "|---|---|---|---|"]
            lines += rules.map {
                "| [\($0.code)](#\($0.code.lowercased())) | \($0.name) | \($0.severity.rawValue) | \($0.summary) |"
            }
            lines.append("")
            for rule in rules { lines += section(rule) }
        }
        return lines.joined(separator: "\n")
    }

    private static func section(_ rule: RuleDescription) -> [String] {
        var lines = [
            "<a id=\"\(rule.code.lowercased())\"></a>", "### \(rule.code) \(rule.name)", "",
            "\(rule.severity.rawValue), since \(rule.since): \(rule.summary).", "", "\(sentence(rule.why))",
            "",
        ]
        for example in rule.rejected { lines += block(example, "found in") }
        for example in rule.accepted { lines += block(example, "nothing found in") }
        return lines
    }

    private static func block(_ example: RuleExample, _ words: String) -> [String] {
        let heading = "\(words) `\(example.file)`" + (example.condition.map { " \($0)" } ?? "")
        var lines = ["\(heading):", "", "```text"] + RuleExample.visibleLines(example.text) + ["```", ""]
        if let validation = example.validation {
            lines +=
                ["beside the validation file:", "", "```text"] + RuleExample.visibleLines(validation) + [
                    "```", "",
                ]
        }
        return lines
    }

    private static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + "."
    }
}
