import ArgumentParser
import TuneBytes
import TunePipeline
import TuneReport

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
        let rendering = try output.rendering()
        let list = ModelList(provider: try provider.map(ArgumentValue.provider))
        try output.emit(list, in: rendering)
    }
}
