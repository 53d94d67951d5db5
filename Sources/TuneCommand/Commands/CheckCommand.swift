import ArgumentParser
import TuneBytes
import TuneCosts
import TuneFindings
import TunePipeline
import TuneReport
import TuneRules
import TuneTokens

/// `tuneprep check`: what is wrong, how many tokens, what it would cost.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong with data, how many tokens it has and what it would cost.",
        discussion:
            "example: tuneprep check train.csv --validation valid.csv --model Meta-Llama-3.1-8B-Instruct")

    @Argument(
        help: "CSV, JSON Lines or JSON files, also gzipped; `-` is standard input.", completion: .file())
    var files: [String]

    @Option(help: "The validation file.", completion: .file())
    var validation: String?

    @OptionGroup(title: "Reading") var reading: ReadingArguments

    @Option(help: "Whose rules hold: nscale, or any.")
    var profile = "nscale"

    @Option(help: "The base model, by name; `tuneprep models` lists them.")
    var model: String?

    @Option(help: "How many tokens the model reads (default: the model's, 8192).")
    var context: Int?

    @OptionGroup(title: "Tokens") var tokens: TokenArguments

    @OptionGroup(title: "Cost") var plan: PlanArguments

    @Option(help: "Apply this rule only, by code or name; may be repeated.")
    var only: [String] = []

    @Option(help: "Leave this rule out, by code or name; may be repeated.")
    var allow: [String] = []

    @Option(help: "Fail on findings from this severity on: error, warning or never.")
    var failOn = "error"

    @Option(help: "How many findings of each rule are shown: a number, or all.")
    var show = "3"

    @Option(help: "How many slices are worked on side by side (default: one for each core).")
    var jobs: Int?

    @Option(
        help:
            "The most memory the index of examples may take, such as 64MiB; beyond it, later examples are not compared with one another, and the report says so. What is being read comes on top: about 256 KiB of text, or one record, for each job and one more."
    )
    var maxMemory: String?

    @Option(help: "Progress on standard error: auto, bar, plain or none.")
    var progress = "auto"

    @OptionGroup(title: "Output") var output: OutputArguments

    func run() async throws {
        let failsAt = try FailOn.severity(failOn)
        let rendering = try output.rendering(failsAt: failsAt)
        try output.keepApart(from: files + [validation])
        let progress: ProgressBar.Choice =
            output.quiet ? .none : try ArgumentValue.choice(progress, for: "--progress")
        let bar = ProgressBar(progress)
        defer { bar?.finish() }
        var options = try options(bar)
        if progress != .none { options.announce = { Notice.say($0, above: bar) } }
        let request = try request(options)
        var result = try await CheckRun(options).result()
        result.quote = try result.quoted(request)
        try output.emit(result, in: rendering)
        try plan.enforceBudget(result.quote.map { [$0] } ?? [])
        if failsAt.map(result.findings.reaches) == true { throw ExitCode(1) }
    }

    private func options(_ bar: ProgressBar?) throws -> CheckOptions {
        var options = CheckOptions(
            training: try files.map(reading.source), validation: try validation.map(reading.source))
        options.profile = try ArgumentValue.profile(profile)
        options.model = try model.map(ArgumentValue.model)
        options.tokens = try tokens.counting(
            options.assumedModel, family: options.family, isAssumed: model == nil)
        options.context = try context.map { try ArgumentValue.number($0, for: "--context", atLeast: 1) }
        options.only = Set(try only.map(ArgumentValue.rule))
        options.allow = Set(try allow.map(ArgumentValue.rule))
        options.findingsKept = try FailOn.findingsShown(show)
        options.workers = try ArgumentValue.workers(jobs)
        options.maxMemory = try maxMemory.map { try ArgumentValue.bytes($0, for: "--max-memory") }
        if let bar { options.progress = { bar.update($0) } }
        return options
    }

    private func request(_ options: CheckOptions) throws -> QuoteRequest? {
        guard let provider = Provider.named(options.profile.name), let model = options.assumedModel else {
            guard plan.isDefault else {
                throw RunError(
                    "the profile `\(options.profile.name)` has no prices",
                    help: ["ask for a quote by itself: `tuneprep cost FILE --provider NAME`"])
            }
            return nil
        }
        return try plan.request(provider, model: model.name)
    }
}
