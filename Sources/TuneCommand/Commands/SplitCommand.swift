import ArgumentParser
import TuneBytes
import TuneFindings
import TunePipeline
import TuneReport

/// `tuneprep split`: training and validation from one file.
struct SplitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Divide a file into training and validation: seeded, stratified, grouped.",
        discussion: """
            example: tuneprep split data.csv --validation 10% --stratify label --group patient_id

            Rows keep their text and their order (other encodings become UTF-8). The same file, seed and options give the same two files on every
            machine.
            """)

    @Argument(help: "A CSV, JSON Lines or JSON file, also gzipped.", completion: .file())
    var file: String

    @Option(help: "How much goes to validation: `10%`, or a number of rows.")
    var validation = "10%"

    @Option(help: "The seed of the draw.")
    var seed: UInt64 = 0

    @Option(help: "Keep the shares of this column's values on both sides.")
    var stratify: String?

    @Option(help: "Keep rows with the same value in this column on one side.")
    var group: String?

    @Option(help: "The training file (default: the name with .train before its ending).", completion: .file())
    var train: String?

    @Option(
        help: "The validation file (default: the name with .validation before its ending).",
        completion: .file())
    var valid: String?

    @Option(help: "Where rows go that cannot be read.", completion: .file())
    var rejects: String?

    @OptionGroup(title: "Reading") var reading: ReadingArguments

    @Option(help: "How many slices are worked on side by side (default: one for each core).")
    var jobs: Int?

    @Option(
        help:
            "The most memory for finding rows that stand on both sides, such as 64MiB; when it can take more, they are not counted, and the result says so."
    )
    var maxMemory: String?

    @OptionGroup(title: "Output") var output: OutputArguments

    func run() async throws {
        let rendering = try output.rendering()
        try output.keepApart(from: [file, train, valid, rejects])
        let size = try SplitSize.size(validation, for: "--validation")
        var options = SplitOptions(source: try reading.source(file), size: size, seed: seed)
        options.stratify = stratify
        options.group = group
        options.training = train ?? options.training
        options.validation = valid ?? options.validation
        options.rejects = rejects
        options.workers = try ArgumentValue.workers(jobs)
        options.maxMemory = try maxMemory.map { try ArgumentValue.bytes($0, for: "--max-memory") }
        if !output.quiet { options.announce = { Notice.say($0) } }
        guard options.training != "-", options.validation != "-" else {
            throw RunError(
                "a split writes two files, and standard output is one",
                help: ["name both: `--train FILE --valid FILE`"])
        }
        guard options.training != options.validation else {
            throw RunError("training and validation cannot be the same file `\(options.training)`")
        }
        let result = try await SplitRun(options).result()
        try output.emit(result, in: rendering)
        if !result.ledger.isWhole { throw ExitCode(1) }
    }
}
