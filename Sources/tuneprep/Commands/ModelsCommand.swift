import ArgumentParser
import TuneBytes
import TunePipeline

/// `tuneprep models`: what can be tuned, how much it reads, what it costs.
struct ModelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "List the base models, their context, tokenizer, price and its date.",
        discussion: "example: tuneprep models --provider fireworks")

    @Option(help: "One provider only.")
    var provider: String?

    @OptionGroup(title: "Output") var output: OutputArguments

    func run() throws {
        let format = try output.formatChoice()
        let list = ModelList(provider: try provider.map(ArgumentValue.provider))
        switch format {
        case .full, .concise: try output.emit(list.text)
        case .json: try output.emit(list.json.rendered(.indented) + "\n")
        case .jsonl: try output.emit(list.json.rendered(.line) + "\n")
        }
    }
}
