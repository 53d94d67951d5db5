import ArgumentParser
import TunePipeline
import TuneServices

/// `tuneprep jobs cancel`: stops a job.
struct JobsCancelCommand: InterruptibleCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Stop a job; one that has ended is left as it is.",
        discussion: "example: tuneprep jobs cancel JOB")

    @Argument(help: "The job's id.")
    var id: String

    @OptionGroup(title: "Service") var service: ServiceOptions

    @OptionGroup(title: "Output") var output: OutputOptions

    func run() async throws {
        let format = try output.formatChoice()
        let job = try await service.withService(quiet: output.quiet) { service, _ in
            try await service.cancel(id)
        }
        try output.emit(format, job)
    }
}
