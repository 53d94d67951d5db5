import ArgumentParser
import TuneBytes
import TunePipeline
import TuneRules

/// `tuneprep explain`: what a rule means.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a rule means, with examples; without a code, list all rules.",
        discussion: "example: tuneprep explain TP101")

    @Argument(help: "A rule's code or name.")
    var code: String?

    @Flag(help: "Explain every rule.")
    var all = false

    @Option(help: "How it is printed: full, json, jsonl or markdown.")
    var format = "full"

    @Option(help: "Colours: auto, always or never.")
    var color = "auto"

    private enum Format: String, CaseIterable { case full, json, jsonl, markdown }

    func run() throws {
        let format: Format = try ArgumentValue.choice(format, "--format")
        let palette = Terminal.palette(try ArgumentValue.choice(color, "--color"))
        let places =
            try code.map { [try ArgumentValue.rule($0)] } ?? Array(RuleCatalogue.descriptions.indices)
        switch format {
        case .full:
            let isList = code == nil && !all
            let texts = places.map { RuleText.explanation(of: $0, palette) }.joined(separator: "\n")
            Terminal.write(isList ? RuleText.list(palette) : texts)
        case .json:
            Terminal.write(JSON.array(places.map(RuleText.json)).rendered(.indented) + "\n")
        case .jsonl:
            Terminal.write(places.map { RuleText.json(of: $0).rendered(.line) + "\n" }.joined())
        case .markdown: Terminal.write(RuleText.page + "\n")
        }
    }
}
