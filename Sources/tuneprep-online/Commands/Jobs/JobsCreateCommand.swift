import ArgumentParser
import TuneBytes
import TuneCommand
import TuneDelivery
import TuneDeliveryReport
import TunePipeline
import TuneReport
import TuneServices

/// `tuneprep jobs create`: a job, which is paid for.
struct JobsCreateCommand: InterruptibleCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Create a job after showing what it costs.",
        discussion: """
            example: tuneprep jobs create --dataset trials --model Meta-Llama-3.1-8B --prompt question --answer answer \
            --max-cost 5 --yes

            The job is asked for once, whatever the service answers. When no answer says what became of it, the list of \
            jobs is looked at and what is found is named: exit status 2, and nothing is sent a second time.
            """)

    @OptionGroup(title: "Job") var job: JobArguments

    @Flag(help: "Show the quote and create nothing.")
    var dryRun = false

    @Flag(help: "Create the job without asking.")
    var yes = false

    @OptionGroup(title: "Output") var output: OutputArguments

    func run() async throws {
        let rendering = try output.rendering()
        try output.keepApart(from: [job.training, job.validation])
        let run = try job.quoteRun()
        if !dryRun, !yes, job.service.tokenStdin || !Terminal.canAsk {
            throw RunError(
                "a job costs money, and there is no terminal to ask on",
                help: ["`--yes` creates it without asking, `--dry-run` shows its quote only"])
        }
        try await job.service.withService(quiet: output.quiet) { service, _ in
            let quoted = try await run.result(at: service) { if !output.quiet { Notice.say("note: \($0)") } }
            if dryRun {
                try output.emit(quoted.quotes, in: rendering)
            } else if !output.quiet {
                show(quoted)
            }
            try job.enforceBudget(quoted.quotes)
            guard !dryRun else { return }
            guard yes || Terminal.confirms("create this job?") else {
                Terminal.say("\(Interruption.status == nil ? "" : "\n")nothing was created\n")
                return try Interruption.check()
            }
            let submission = try await service.create(quoted.job.request)
            if let job = submission.job { try output.emit(job, in: rendering) }
        }
    }

    /// The quote on standard error, where the question is asked.
    private func show(_ quoted: JobQuoteRun.Result) {
        let job = quoted.job
        let name = ReportLine(
            "job", "\(job.request.name): \(job.model) on \(job.dataset.name ?? job.dataset.id)")
        let lines = [name] + quoted.quotes.lines(in: Rendering())
        Terminal.say(lines.map { $0.text + "\n" }.joined())
    }
}
