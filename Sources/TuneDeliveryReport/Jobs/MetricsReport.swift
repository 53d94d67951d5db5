public import TuneBytes
import TunePipeline
import TuneRecords
public import TuneReport
public import TuneServices
import TuneText

/// What a job measured, as a table, a plot, CSV and JSON.
public struct MetricsReport: Reported {
    private let job: String
    private let metrics: Metrics

    /// The metrics of a job.
    public init(_ metrics: Metrics, of job: String) {
        self.metrics = metrics
        self.job = job
    }

    private static let columns = ["step", "timestamp", "training_loss", "validation_loss", "perplexity"]

    /// What to say about values that were no numbers; nil when all were.
    public var warning: String? {
        guard metrics.unreadable > 0 else { return nil }
        let values = metrics.unreadable == 1 ? "value is no number" : "values are no numbers"
        return "\(metrics.unreadable.grouped) \(values) and left out"
    }

    /// The plot of the losses and the table.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        guard !metrics.points.isEmpty else { return [.plain("no metrics yet")] }
        let plot = LossPlot(metrics.points, width: rendering.width, hasColor: rendering.palette.isOn)
        return (plot.lines + table + totals).map(ReportLine.plain)
    }

    /// The table alone.
    public func conciseLines(in rendering: Rendering) -> [ReportLine] { table.map(ReportLine.plain) }

    private var table: [String] {
        let rows = metrics.points.map { point in
            [
                point.step.map { "\($0)" } ?? "-", Self.short(point.trainingLoss),
                Self.short(point.validationLoss), Self.short(point.perplexity),
            ]
        }
        return TextTable([["step", "training", "validation", "perplexity"]] + rows, isNumeric: true).lines
    }

    private var totals: [String] {
        let parts = [
            metrics.trainingSteps.map { "\(plural($0, "step")) of training" },
            metrics.trainingTokens.map { "\(plural($0, "token")) trained on" },
            metrics.validationSteps.map { "\(plural($0, "step")) of evaluation" },
        ].compactMap { $0 }
        return parts.isEmpty ? [] : [parts.joined(separator: ", ")]
    }

    /// Four decimals.
    private static func short(_ value: Double?) -> String {
        guard let value else { return "-" }
        guard abs(value) < 1e9 else { return "\(value)" }
        let scaled = Int((abs(value) * 10_000).rounded())
        let decimals = String(scaled % 10_000 + 10_000).dropFirst()
        return "\(value < 0 ? "-" : "")\(scaled / 10_000).\(decimals)"
    }

    /// With a header, as RFC 4180 has it; what is not known is empty.
    public var csv: String {
        let lines = metrics.points.map { point in
            [
                point.step.map { "\($0)" }, point.timestamp.map(CSVField.quoted),
                point.trainingLoss.map { "\($0)" }, point.validationLoss.map { "\($0)" },
                point.perplexity.map { "\($0)" },
            ].map { $0 ?? "" }.joined(separator: ",")
        }
        return ([Self.columns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
    }

    /// The measurements as one JSON object.
    public func json(in rendering: Rendering) -> [JSON] {
        let document = JSON.object([
            ("schema", .text("tuneprep.metrics/1")), ("version", .text(Tuneprep.version)),
            ("job", .text(job)), ("training_steps", .number(metrics.trainingSteps)),
            ("training_tokens", .number(metrics.trainingTokens)),
            ("validation_steps", .number(metrics.validationSteps)),
            ("unreadable", .number(metrics.unreadable)),
            ("points", .array(metrics.points.map(\.json))),
        ])
        return [document]
    }

    /// A JSON object for each measurement.
    public func jsonLines(in rendering: Rendering) -> [JSON] { metrics.points.map(\.json) }
}

extension Metrics.Point {
    fileprivate var json: JSON {
        .object([
            ("step", .number(step)), ("timestamp", .text(timestamp)),
            ("training_loss", .decimal(trainingLoss.map { "\($0)" })),
            ("validation_loss", .decimal(validationLoss.map { "\($0)" })),
            ("perplexity", .decimal(perplexity.map { "\($0)" })),
        ])
    }
}
