import ArgumentParser
import TuneBytes
import TunePipeline
import TuneReport
import TuneTokens

/// `tuneprep count`: tokens only.
struct CountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count", abstract: "Count the tokens of data, for one model or for every family.",
        discussion: "example: tuneprep count train.csv --model Qwen2.5-14B-Instruct")

    @Argument(
        help: "CSV, JSON Lines or JSON files, also gzipped; `-` is standard input.", completion: .file())
    var files: [String]

    @Option(help: "The base model, by name (default: every family, or the tokenizer's).")
    var model: String?

    @OptionGroup(title: "Tokens") var tokens: TokenArguments

    @OptionGroup(title: "Reading") var reading: ReadingArguments

    @Option(help: "How many slices are worked on side by side (default: one for each core).")
    var jobs: Int?

    @OptionGroup(title: "Output") var output: OutputArguments

    func run() async throws {
        let rendering = try output.rendering()
        try output.keepApart(from: files)
        let ways =
            try model.map { name in
                let model = try ArgumentValue.model(name)
                return [try tokens.counting(model, family: model.family)]
            } ?? tokens.everyCounting()
        let width = try ArgumentValue.workers(jobs)
        let result = try await CountRun(try files.map(reading.source), tokens: ways, workers: width)
            .result()
        try output.emit(result, in: rendering)
    }
}
