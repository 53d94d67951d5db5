public import TuneBytes
public import TuneFindings
import TuneRules

/// What rules mean, for the terminal and for `docs/rules.md`.
public enum RuleText {
    /// The explanation of the rule at `place`, for a terminal.
    public static func explanation(of place: Int, _ palette: Palette) -> String {
        let rule = RuleCatalogue.descriptions[place]
        let tag = palette.paint("\(rule.severity.rawValue)[\(rule.code)]", palette.role(of: rule.severity))
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
        return lines.joined(separator: "\n") + "\n"
    }

    private static func shown(_ example: RuleExample) -> [String] {
        (visible(example.text) + (condition(example).map { ["(\($0))"] } ?? [])).map { "    \($0)" }
    }

    /// What has to be asked for beside the file.
    private static func condition(_ example: RuleExample) -> String? {
        if let context = example.context { return "with a context of \(context) tokens" }
        return example.maxMemory.map { "with `--max-memory \(ByteSize.exact($0))`" }
    }

    /// Every rule on one line.
    public static func list(_ palette: Palette) -> String {
        RuleCatalogue.descriptions.map { rule in
            let padding = String(repeating: " ", count: 8 - rule.severity.rawValue.count)
            let tag = palette.paint(rule.severity.rawValue, palette.role(of: rule.severity))
            return "\(rule.code)  \(tag)\(padding)\(rule.name): \(rule.summary)\n"
        }.joined()
    }

    /// The page of all rules in Markdown.
    public static var page: String {
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
        let heading = "\(words) `\(example.file)`" + (condition(example).map { " \($0)" } ?? "")
        var lines = ["\(heading):", "", "```text"] + visible(example.text) + ["```", ""]
        if let validation = example.validation {
            lines += ["beside the validation file:", "", "```text"] + visible(validation) + ["```", ""]
        }
        return lines
    }

    private static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    private static func visible(_ text: String) -> [String] {
        var text = text
        while text.last?.isNewline == true { text.removeLast() }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            line.unicodeScalars.reduce(into: "") { shown, scalar in
                let isControl = scalar.value < 0x20 && scalar != "\t" || (0x7F..<0xA0).contains(scalar.value)
                let hidden: Set<UInt32> = [0x200B, 0xFEFF, 0x202E]
                if isControl || hidden.contains(scalar.value) {
                    shown += "‹\(String(scalar.value, radix: 16, uppercase: true))›"
                } else {
                    shown.unicodeScalars.append(scalar)
                }
            }
        }
    }

    /// The rule as one JSON object.
    public static func json(of place: Int) -> JSON {
        let rule = RuleCatalogue.descriptions[place]
        return .object([
            ("code", .text(rule.code)), ("name", .text(rule.name)),
            ("severity", .text(rule.severity.rawValue)),
            ("family", .text(rule.family.rawValue)), ("since", .text(rule.since)),
            ("summary", .text(rule.summary)),
            ("why", .text(rule.why)),
        ])
    }
}
