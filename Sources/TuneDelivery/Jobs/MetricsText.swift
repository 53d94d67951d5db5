public import TuneBytes
import TunePipeline
public import TuneServices
import TuneText

/// What a job measured, as a table, a plot, CSV and JSON.
public struct MetricsText: Sendable {
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
        let values =
            metrics.unreadable == 1 ? "1 value is no number" : "\(metrics.unreadable) values are no numbers"
        return "\(values) and left out"
    }

    /// The plot of the losses and the table, for people; `width` columns wide.
    public func text(width: Int, hasColor: Bool) -> String {
        guard !metrics.points.isEmpty else { return "no metrics yet\n" }
        let plot = LossPlot(metrics.points, width: width, hasColor: hasColor).text
        return plot + table + totals
    }

    /// The table alone.
    public var table: String {
        let rows = metrics.points.map { point in
            [
                point.step.map { "\($0)" } ?? "-", Self.short(point.trainingLoss),
                Self.short(point.validationLoss), Self.short(point.perplexity),
            ]
        }
        return TextTable([["step", "training", "validation", "perplexity"]] + rows, isNumeric: true).text
    }

    private var totals: String {
        let parts = [
            metrics.trainingSteps.map { "\(plural($0, "step")) of training" },
            metrics.trainingTokens.map { "\(plural($0, "token")) trained on" },
            metrics.validationSteps.map { "\(plural($0, "step")) of evaluation" },
        ].compactMap { $0 }
        return parts.isEmpty ? "" : parts.joined(separator: ", ") + "\n"
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
                point.step.map { "\($0)" }, point.timestamp.map(Self.quoted),
                point.trainingLoss.map { "\($0)" }, point.validationLoss.map { "\($0)" },
                point.perplexity.map { "\($0)" },
            ].map { $0 ?? "" }.joined(separator: ",")
        }
        return ([Self.columns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        // By bytes: CR and LF together are one Character, other than each.
        let needsQuotes = text.utf8.contains { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    /// One JSON object for each measurement and line.
    public var jsonLines: String {
        metrics.points.map { Self.json($0).rendered(.line) + "\n" }.joined()
    }

    /// As one JSON object.
    public var json: JSON {
        .object([
            ("schema", .text("tuneprep.metrics/1")), ("version", .text(Tuneprep.version)),
            ("job", .text(job)), ("training_steps", .number(metrics.trainingSteps)),
            ("training_tokens", .number(metrics.trainingTokens)),
            ("validation_steps", .number(metrics.validationSteps)),
            ("unreadable", .number(metrics.unreadable)),
            ("points", .array(metrics.points.map(Self.json))),
        ])
    }

    private static func json(_ point: Metrics.Point) -> JSON {
        .object([
            ("step", .number(point.step)), ("timestamp", .text(point.timestamp)),
            ("training_loss", .decimal(point.trainingLoss.map { "\($0)" })),
            ("validation_loss", .decimal(point.validationLoss.map { "\($0)" })),
            ("perplexity", .decimal(point.perplexity.map { "\($0)" })),
        ])
    }
}
