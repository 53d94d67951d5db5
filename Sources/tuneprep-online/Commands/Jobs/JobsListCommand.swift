import ArgumentParser
import TuneBytes
import TuneCommand
import TuneDelivery
import TuneDeliveryReport
import TunePipeline
import TuneReport
import TuneServices

/// `tuneprep jobs list`: what is there.
struct JobsListCommand: InterruptibleCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the organization's jobs.",
        discussion: "example: tuneprep jobs list --status running")

    @Option(
        help: "Jobs of one status only, in the service's word.", completion: .list(JobStatus.known))
    var status: String?

    @Option(help: "How many at most.")
    var limit: Int?

    @OptionGroup(title: "Service") var service: ServiceArguments

    @OptionGroup(title: "Output") var output: OutputArguments

    func run() async throws {
        let rendering = try output.rendering()
        let limit = try limit.map { try ArgumentValue.number($0, for: "--limit", atLeast: 1) }
        let status = status.map { JobStatus(word: $0) }
        if let status, status.isUnknown, !output.quiet {
            Notice.say(
                "note: `\(status.word)` is no status that is documented: \(JobStatus.known.joined(separator: ", "))"
            )
        }
        let jobs = try await service.withService(quiet: output.quiet) { service, _ in
            let jobs = try await service.jobs(status, limit: limit)
            // The service may not know the filter, or not obey it.
            return status.map { status in jobs.filter { $0.status.word == status.word } } ?? jobs
        }
        try output.emit(JobList(jobs), in: rendering)
    }
}
