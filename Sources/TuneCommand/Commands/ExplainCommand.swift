import ArgumentParser
import TuneReport
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
        let format: Format = try ArgumentValue.choice(format, for: "--format")
        let palette = Terminal.palette(try ArgumentValue.choice(color, for: "--color"))
        let chosen = try code.map { [try ArgumentValue.rule($0)] } ?? RuleID.all
        let rules = RuleExplanations(of: chosen)
        switch format {
        case .full:
            let rendering = Rendering(FullStyle(), palette: palette)
            let isList = code == nil && !all
            Terminal.write(isList ? rendering.text(of: RuleList()) : rendering.text(of: rules))
        case .json: Terminal.write(Rendering(JSONStyle()).text(of: rules))
        case .jsonl: Terminal.write(Rendering(JSONLinesStyle()).text(of: rules))
        case .markdown: Terminal.write(RulesPage.text + "\n")
        }
    }
}
