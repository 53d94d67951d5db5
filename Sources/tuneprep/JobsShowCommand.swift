import ArgumentParser
import TunePipeline
import TuneServices

/// `tuneprep jobs show`: all that is known of a job.
struct JobsShowCommand: InterruptibleCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a job.",
        discussion: "example: tuneprep jobs show JOB")

    @Argument(help: "The job's id.")
    var id: String

    @OptionGroup(title: "Service") var service: ServiceOptions

    @OptionGroup(title: "Output") var output: OutputOptions

    func run() async throws {
        let format = try output.formatChoice()
        let job = try await service.withService(quiet: output.quiet) { service, _ in
            try await service.job(id)
        }
        try output.emit(format, job)
    }
}
