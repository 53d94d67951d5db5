import ArgumentParser
import TuneBytes
import TuneCommand
import TuneDelivery
import TuneDeliveryReport
import TunePipeline
import TuneReport
import TuneServices

/// `tuneprep jobs metrics`: how well a job learns.
struct JobsMetricsCommand: InterruptibleCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics",
        abstract: "Show a job's losses, drawn and as a table.",
        discussion: """
            example: tuneprep jobs metrics JOB --format csv

            The formats are full (a plot and a table), concise (the table), json, jsonl and csv.
            """)

    @Argument(help: "The job's id.")
    var id: String

    @OptionGroup(title: "Service") var service: ServiceArguments

    @OptionGroup(title: "Output") var output: OutputArguments

    /// The format that only measurements have.
    private static let csv = "csv"

    func run() async throws {
        let isCSV = output.format.lowercased() == Self.csv
        let rendering = try isCSV ? output.rendering(FullStyle()) : output.rendering(known: [Self.csv])
        let metrics = try await service.withService(quiet: output.quiet) { service, _ in
            try await service.metrics(of: id)
        }
        let report = MetricsReport(metrics, of: id)
        if let warning = report.warning, !output.quiet { Notice.say("warning: \(warning)") }
        try output.emit(isCSV ? report.csv : rendering.text(of: report))
    }
}
