import ArgumentParser
import TuneCommand
import TuneServices

/// `tuneprep jobs cancel`: stops a job.
struct JobsCancelCommand: InterruptibleCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Stop a job; one that has ended is left as it is.",
        discussion: "example: tuneprep jobs cancel JOB")

    @OptionGroup var job: JobReference

    func run() async throws {
        let id = job.id
        try await job.ask { service in try await service.cancel(id) }
    }
}
