import ArgumentParser
import TuneBytes
import TuneExamples
import TuneFindings
import TunePipeline
import TuneReport
import TuneRules
import TuneTokens

/// `tuneprep convert`: raw data into a fine-tuning file.
struct ConvertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Turn raw data into a fine-tuning file, with a manifest and a reject file.",
        discussion: """
            example: tuneprep convert ori_pqal.json --from pubmedqa --answer-from long --to csv -o train.csv

            Rows that cannot be read, or hold nothing to learn, go to the reject file, each with its reason; rows in =
            written + rejected + dropped, always. Exit status 1 when rows were rejected, unless --fail-on never.
            """)

    @Argument(
        help: "CSV, JSON Lines or JSON files, also gzipped; `-` is standard input.", completion: .file())
    var files: [String]

    @Option(
        help: "The layout of the data: \(LayoutKind.names) (default: guessed).")
    var from: String?

    @Option(
        help: "The format to write: csv, jsonl-prompt or jsonl-chat.",
        completion: .list(ExampleWriter.Format.allCases.map(\.rawValue)))
    var to = "csv"

    @Option(
        name: [.customShort("o"), .customLong("out")], help: "The file to write; `-` is standard output.",
        completion: .file())
    var out: String

    @Option(
        help: "Where rejected rows go (default: the output's name with .rejects.jsonl).", completion: .file())
    var rejects: String?

    @Option(help: "Leave out rows in which this rule finds something, by code or name; may be repeated.")
    var drop: [String] = []

    @Option(help: "Set a part apart for validation: `10%`, or a number of rows.")
    var validation: String?

    @Option(help: "The seed of the draw for --validation.")
    var seed: UInt64 = 0

    @Option(help: "PubMedQA: `official` writes the published 500 for training and 500 for test; or none.")
    var split = "none"

    @Option(help: "PubMedQA: with --split official, this fold (0 to 9) becomes the validation file.")
    var fold: Int?

    @Option(
        help: "Conversations to one prompt and answer: all turns into the prompt, the last only, or reject.")
    var turns = "all"

    @Option(help: "The header of a CSV file: the prompt's and the answer's name.")
    var columns = "question,answer"

    @Option(help: "A system message for conversations that have none.")
    var system: String?

    @OptionGroup(title: "Reading") var reading: ReadingArguments

    @Option(help: "The base model whose tokens the manifest counts.")
    var model: String?

    @OptionGroup(title: "Tokens") var tokens: TokenArguments

    @Option(help: "How many tokens the model reads, for --drop over-context.")
    var context: Int?

    @Option(help: "Fail when rows were rejected: error or never.")
    var failOn = "error"

    @Option(help: "How many slices are worked on side by side (default: one for each core).")
    var jobs: Int?

    @Option(help: "Progress on standard error: auto, bar, plain or none.")
    var progress = "auto"

    @OptionGroup(title: "Output") var output: OutputArguments

    func run() async throws {
        let rendering = try output.rendering()
        try output.keepApart(from: files + [out, out + ".manifest.json", rejects])
        let failsAt = try FailOn.severity(failOn)
        let bar = ProgressBar(output.quiet ? .none : try ArgumentValue.choice(progress, for: "--progress"))
        defer { bar?.finish() }
        let result = try await ConvertRun(try options(bar)).result()
        let text = rendering.text(of: result)
        if out == "-", output.output == nil {
            Terminal.say(output.quiet ? "" : text)
        } else {
            try output.emit(text)
        }
        if failsAt != nil, !result.ledger.isWhole { throw ExitCode(1) }
    }

    private func options(_ bar: ProgressBar?) throws -> ConvertOptions {
        let names = columns.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard names.count == 2, !names.contains(""), names[0] != names[1] else {
            throw RunError(
                "`--columns` takes two names, not `\(columns)`", help: ["as in `--columns question,answer`"])
        }
        let writer = ExampleWriter(
            format: try ArgumentValue.choice(to, for: "--to"),
            turns: try ArgumentValue.choice(turns, for: "--turns"),
            columns: (names[0], names[1]), system: system)
        var options = ConvertOptions(sources: try files.map(source), writer: writer, output: out)
        options.rejects = rejects
        options.drop = Set(try drop.map(ArgumentValue.rowRule))
        options.division = try ConvertOptions.Division(
            split: try ArgumentValue.choice(split, for: "--split"), fold: fold,
            share: try validation.map { try SplitSize.size($0, for: "--validation") }, seed: seed)
        options.model = try model.map(ArgumentValue.model)
        options.tokens = try tokens.counting(
            options.model, family: options.model?.family ?? .llama3, isAssumed: model == nil)
        options.context =
            try context.map { try ArgumentValue.number($0, for: "--context", atLeast: 1) } ?? options.model?
            .contextLength
            ?? 8192
        options.workers = try ArgumentValue.workers(jobs)
        if let bar { options.progress = { bar.update($0) } }
        return options
    }

    private func source(_ path: String) throws -> SourceFile {
        var source = try reading.source(path)
        if let from { source.layout.layout = try ArgumentValue.choice(from, for: "--from") }
        return source
    }
}
