import ArgumentParser
import TuneBytes
import TuneCommand
import TuneDelivery
import TuneDeliveryReport
import TuneFindings
import TunePipeline
import TuneReport
import TuneRules
import TuneServices
import TuneText

/// `tuneprep upload`: files to the service, as a data set.
struct UploadCommand: InterruptibleCommand {
    static let configuration = CommandConfiguration(
        commandName: "upload",
        abstract: CommandSummary.upload,
        discussion: """
            example: tuneprep upload train.csv --validation valid.csv --name trials

            The files are checked first, and stay here when errors are found: exit status 1. What a manifest beside a \
            file says of it must be true, what was checked is what is sent, and what the service stored is compared.
            """)

    @Argument(help: "The training file, a CSV file.", completion: .file())
    var files: [String]

    @Option(help: "The validation file.", completion: .file())
    var validation: String?

    @Option(help: "The data set's name (default: the training file's).")
    var name: String?

    @Flag(help: "Send files in which errors were found.")
    var force = false

    @OptionGroup(title: "Reading") var reading: ReadingArguments

    @Option(help: "The base model to check for; `tuneprep models` lists them.")
    var model: String?

    @OptionGroup(title: "Tokens") var tokens: TokenArguments

    @OptionGroup(title: "Service") var service: ServiceArguments

    @Option(help: "Progress on standard error: auto, bar, plain or none.")
    var progress = "auto"

    @OptionGroup(title: "Output") var output: OutputArguments

    func run() async throws {
        let rendering = try output.rendering(failsAt: .error)
        try output.keepApart(from: files + [validation])
        let progress: ProgressBar.Choice = try ArgumentValue.choice(progress, for: "--progress")
        let plan = try await UploadRun(try options(), name: name, isForced: force).plan()
        if plan.isRefused {
            try output.emit(plan.check, in: rendering)
            Terminal.say("error: nothing was sent\n")
            Terminal.say("  help: correct the data, or send it as it is with `--force`\n")
            throw ExitCode(1)
        }
        let bar = TransferBar(progress, isQuiet: output.quiet)
        defer { bar.finish() }
        let result = try await service.withService(quiet: output.quiet) { service, _ in
            try await plan.sent(to: service) { note in
                switch note {
                case .sends(let path, let bytes): bar.say("sending \(path), \(bytes.grouped) bytes")
                case .transfer(let note): bar.note(note)
                }
            }
        }
        bar.finish()
        try output.emit(result, in: rendering)
    }

    private func options() throws -> CheckOptions {
        var options = CheckOptions(
            training: try files.map(source), validation: try validation.map(source))
        options.model = try model.map(ArgumentValue.model)
        options.tokens = try tokens.counting(
            options.assumedModel, family: options.family, isAssumed: model == nil)
        options.workers = try ArgumentValue.workers(nil)
        return options
    }

    private func source(_ path: String) throws -> SourceFile {
        var source = try reading.source(path)
        source.cancellation = Interruption.cancellation
        return source
    }
}
