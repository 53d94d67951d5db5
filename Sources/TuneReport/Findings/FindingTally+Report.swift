import TuneBytes
import TuneFindings
import TunePipeline
import TuneRules
import TuneText

extension FindingTally {
    /// A line for each rule that found more than is kept, and an empty one behind them; nothing for none.
    func moreLines(_ palette: Palette) -> String {
        var lines = ""
        for (rule, count) in counts.found {
            let description = rule.description
            let more = count - kept.count { $0.code == description.code }
            guard more > 0 else { continue }
            let tag = palette.tag(description.severity, code: description.code)
            lines +=
                "\(tag) \(description.name): \(more.grouped) more; see them with"
                + " `--only \(description.code) --show all`\n"
        }
        return lines.isEmpty ? "" : lines + "\n"
    }

    /// Whether the run passed, and how many findings of each weight there are.
    func verdict(in rendering: Rendering) -> String {
        let palette = rendering.palette
        let word =
            rendering.isFailed(by: self) ? palette.paint("failed", .error) : palette.paint("passed", .good)
        return "\(word): \(summary)"
    }

    /// How many findings of each weight there are.
    package var summary: String {
        let advice = count(of: .advice)
        let parts =
            [plural(count(of: .error), "error"), plural(count(of: .warning), "warning")]
            + (advice > 0 ? ["\(advice.grouped) advice"] : [])
        return parts.joined(separator: ", ")
    }

    /// How to learn what the first error means; nil when there is none.
    var explanation: String? {
        kept.first { $0.severity == .error }.map {
            "`tuneprep explain \($0.code)` says what \($0.name) means"
        }
    }

    /// The rules that found something, each with its count.
    var ruleCounts: [JSON] {
        counts.found.map { rule, count in
            let description = rule.description
            return .object([
                ("code", .text(description.code)), ("name", .text(description.name)),
                ("severity", .text(description.severity.rawValue)), ("count", .number(count)),
            ])
        }
    }
}

extension FindingTally {
    /// The rules that found something, each with its count, advice left out; nil for none.
    var countsByRule: String? {
        let found = counts.found.filter { $0.rule.description.severity != .advice }
        guard !found.isEmpty else { return nil }
        return found.map { "\($0.rule.description.name) \($0.count)" }.joined(separator: ", ")
    }
}
