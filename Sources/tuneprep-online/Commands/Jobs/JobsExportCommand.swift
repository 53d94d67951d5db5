import ArgumentParser
import TuneBytes
import TuneCommand
import TuneDelivery
import TuneDeliveryReport
import TunePipeline
import TuneReport
import TuneServices
import TuneTransfer

/// `tuneprep jobs export`: a completed job's model to the Hugging Face hub.
struct JobsExportCommand: InterruptibleCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Have the service publish a completed job's model on the Hugging Face hub.",
        discussion: """
            example: HF_TOKEN=… tuneprep jobs export JOB --repository me/my-model

            The hub's token is sent to the service in this one request; it must be allowed to write.
            """)

    @Argument(help: "The job's id.")
    var id: String

    @Option(help: "Where to: user/repository.")
    var repository: String

    @Option(help: "The hub's user (default: the first part of the repository).")
    var user: String?

    @Option(
        help: "A file that holds the hub's token and that only you can read (default: HF_TOKEN).",
        completion: .file())
    var hfTokenFile: String?

    @OptionGroup(title: "Service") var service: ServiceArguments

    @OptionGroup(title: "Output") var output: OutputArguments

    func run() async throws {
        let rendering = try output.rendering()
        let token = try HubToken.token(file: hfTokenFile, environment: Environment.online)
        guard let export = HubExport(to: repository, user: user, token: token) else {
            throw RunError(
                "`\(repository)` is no repository", help: ["write it as in `--repository me/my-model`"])
        }
        try await service.withService(quiet: output.quiet) { service, _ in
            try await service.export(id, to: export)
        }
        try output.emit(ExportReport(job: id, repository: repository), in: rendering)
    }
}
