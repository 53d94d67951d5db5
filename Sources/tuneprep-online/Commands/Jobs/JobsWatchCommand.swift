import ArgumentParser
import TuneCommand
import TuneDelivery
import TuneDeliveryReport
import TunePipeline
import TuneReport
import TuneServices

/// `tuneprep jobs watch`: looks at a job until it ends.
struct JobsWatchCommand: InterruptibleCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Look at a job now and then until it ends.",
        discussion: """
            example: tuneprep jobs watch JOB --interval 10

            Exit status 0 when it is completed, 1 when it failed or was cancelled. A service that fails for a while is \
            waited for; stopping the watch does not stop the job.
            """)

    @Argument(help: "The job's id.")
    var id: String

    @Option(help: "Seconds between two looks.")
    var interval = 30

    @OptionGroup(title: "Service") var service: ServiceArguments

    @OptionGroup(title: "Output") var output: OutputArguments

    func run() async throws {
        let rendering = try output.rendering()
        let pause = try ArgumentValue.number(interval, for: "--interval", atLeast: 1)
        let quiet = output.quiet
        let job = try await service.withService(quiet: quiet) { service, _ in
            var watch = JobWatch(service)
            watch.interval = .seconds(pause)
            return try await watch.untilEnd(of: id) { note in
                guard !quiet else { return }
                switch note {
                case .changed(let job): Terminal.say(job.line + "\n")
                case .blinked(let error): Terminal.say("looking again: \(RunError(error).message)\n")
                }
            }
        }
        try output.emit(job, in: rendering)
        if !job.status.isSuccess { throw ExitCode(1) }
    }
}
