import ArgumentParser
import TuneBytes
import TuneDelivery
import TunePipeline
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

    private enum Format: String, CaseIterable { case full, concise, json, jsonl, csv }

    func run() async throws {
        let choice: Format = try ArgumentValue.choice(output.format, "--format")
        let hasColor = try output.colors()
        let metrics = try await service.withService(quiet: output.quiet) { service, _ in
            try await service.metrics(of: id)
        }
        let text = MetricsText(metrics, of: id)
        if let warning = text.warning, !output.quiet { Notice.say("warning: \(warning)") }
        switch choice {
        case .full: try output.emit(text.text(width: Terminal.width, hasColor: hasColor))
        case .concise: try output.emit(text.table)
        case .json: try output.emit(text.json.rendered(.indented) + "\n")
        case .jsonl: try output.emit(text.jsonLines)
        case .csv: try output.emit(text.csv)
        }
    }
}
