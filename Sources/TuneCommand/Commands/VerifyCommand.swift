import ArgumentParser
import TuneBytes
import TuneFindings
import TunePipeline
import TuneReport

/// `tuneprep verify`: whether a folder holds a complete, loadable, harmless model.
struct VerifyCommand: InterruptibleCommand, JobRecordCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Say whether a folder holds a complete, loadable, harmless model.",
        discussion: """
            example: tuneprep verify my-adapter --job JOB

            Reads LoRA adapters and full models: safetensors byte by byte, shards against their index, shapes against \
            the settings. Nothing is loaded and no link is followed.
            """)

    @Argument(help: "The model's folder.", completion: .directory)
    var folder: String

    @Flag(help: "Read the headers of weights only, not the weights; NaN and infinity stay unseen.")
    var headersOnly = false

    @OptionGroup var record: JobRecordArguments

    @OptionGroup(title: "Judging") var rules: ModelRuleArguments

    @Option(help: "Progress on standard error: auto, bar, plain or none.")
    var progress = "auto"

    @OptionGroup(title: "Output") var output: OutputArguments

    var asksService: Bool { record.id != nil }

    func run() async throws {
        let failsAt = try rules.failsAt()
        let rendering = try output.rendering(failsAt: failsAt)
        try output.keepApart(from: [record.file])
        let bar = ProgressBar(output.quiet ? .none : try ArgumentValue.choice(progress, for: "--progress"))
        var options = try rules.verification(of: folder)
        options.looksAtWeights = !headersOnly
        try await record.add(to: &options, quiet: output.quiet)
        if let bar { options.progress = { bar.update($0) } }
        defer { bar?.finish() }
        options.cancellation = Interruption.cancellation
        let result = try VerifyRun(options).result()
        bar?.finish()
        try output.emit(result, in: rendering)
        if result.fails(at: failsAt) { throw ExitCode(1) }
    }
}
