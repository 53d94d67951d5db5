import ArgumentParser
import TuneBytes
import TuneCommand
import TuneDelivery
import TuneDeliveryReport
import TunePipeline
import TuneReport

/// `tuneprep jobs quote`: what a job would cost; creates nothing.
struct JobsQuoteCommand: InterruptibleCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote",
        abstract: "Ask the service what a job would cost, beside our own quote.",
        discussion: """
            example: tuneprep jobs quote --dataset trials --model Meta-Llama-3.1-8B --prompt question --answer answer \
            --training train.csv
            """)

    @OptionGroup(title: "Job") var job: JobArguments

    @OptionGroup(title: "Output") var output: OutputArguments

    func run() async throws {
        let rendering = try output.rendering()
        try output.keepApart(from: [job.training, job.validation])
        let run = try job.quoteRun()
        let quoted = try await job.service.withService(quiet: output.quiet) { service, _ in
            try await run.result(at: service) { if !output.quiet { Notice.say("note: \($0)") } }
        }
        try output.emit(quoted.quotes, in: rendering)
        try job.enforceBudget(quoted.quotes)
    }
}
