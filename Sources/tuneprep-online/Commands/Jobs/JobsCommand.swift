import ArgumentParser
import TuneCommand

/// `tuneprep jobs`: fine-tuning jobs at the service.
struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract: CommandSummary.jobs,
        discussion: "example: tuneprep jobs list --status running",
        subcommands: [
            JobsQuoteCommand.self, JobsCreateCommand.self, JobsListCommand.self, JobsShowCommand.self,
            JobsWatchCommand.self, JobsMetricsCommand.self, JobsCancelCommand.self, JobsExportCommand.self,
        ])
}
