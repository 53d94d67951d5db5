import ArgumentParser
import TuneCommand
import TuneServices

/// `tuneprep jobs show`: all that is known of a job.
struct JobsShowCommand: InterruptibleCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a job.",
        discussion: "example: tuneprep jobs show JOB")

    @OptionGroup var job: JobReference

    func run() async throws {
        let id = job.id
        try await job.ask { service in try await service.job(id) }
    }
}
