public import TuneBytes
import TunePipeline
public import TuneServices
import TuneText

/// Jobs, for people and as JSON.
public struct JobText: Sendable {
    private let jobs: [Job]

    /// These jobs.
    public init(_ jobs: [Job]) {
        self.jobs = jobs
    }

    /// A line for each.
    public var table: String {
        if jobs.isEmpty { return "no jobs\n" }
        let rows =
            [["id", "status", "name", "model", "created"]]
            + jobs.map { job in
                [
                    job.id, Self.status(job), job.name ?? "-", job.baseModel ?? job.baseModelID ?? "-",
                    job.createdAt ?? job.startedAt ?? "-",
                ].map(DisplayText.visible)
            }
        return TextTable(rows).text
    }

    /// All that is known of each.
    public var cards: String {
        jobs.map(Self.card).joined(separator: "\n")
    }

    /// One line about a job that is watched.
    public static func line(_ job: Job) -> String {
        DisplayText.visible("\(job.id): \(status(job))" + (job.error.map { ": \($0)" } ?? ""))
    }

    /// The status, and how much is done.
    static func status(_ job: Job) -> String {
        guard let progress = job.progress, !job.status.isFinal, progress > 0, progress <= 1 else {
            return job.status.word
        }
        return "\(job.status.word) \(Int((progress * 100).rounded(.down))) %"
    }

    private static func card(_ job: Job) -> String {
        let known: [(String, String?)] = [
            ("job", job.id), ("name", job.name), ("status", status(job)), ("error", job.error),
            ("model", job.baseModel ?? job.baseModelID), ("tuned", job.fineTunedModel),
            ("dataset", job.datasetID), ("prompt", job.promptColumn), ("answer", job.answerColumn),
            ("created", job.createdAt), ("started", job.startedAt), ("ended", job.completedAt),
            ("next", next(job)),
        ]
        return known.compactMap { name, value in
            value.map {
                name + String(repeating: " ", count: 9 - name.count) + DisplayText.visible($0) + "\n"
            }
        }.joined()
    }

    private static func next(_ job: Job) -> String? {
        if job.status.isSuccess { return "`tuneprep download model \(job.id) --into model`" }
        return job.status.isFinal ? nil : "`tuneprep jobs watch \(job.id)`"
    }

    /// All of them as one JSON object.
    public var json: JSON {
        .object([
            ("schema", .text("tuneprep.jobs/1")), ("version", .text(Tuneprep.version)),
            ("jobs", .array(jobs.map(Self.json))),
        ])
    }

    /// One JSON object for each and line.
    public var jsonLines: String {
        jobs.map { Self.json($0).rendered(.line) + "\n" }.joined()
    }

    /// A job as a JSON object, with what the service said under `service`.
    public static func json(_ job: Job) -> JSON {
        .object([
            ("id", .text(job.id)), ("name", .text(job.name)), ("status", .text(job.status.word)),
            ("is_final", .boolean(job.status.isFinal)), ("base_model", .text(job.baseModel)),
            ("base_model_id", .text(job.baseModelID)), ("fine_tuned_model", .text(job.fineTunedModel)),
            ("dataset_id", .text(job.datasetID)), ("created_at", .text(job.createdAt)),
            ("started_at", .text(job.startedAt)), ("completed_at", .text(job.completedAt)),
            ("progress", .decimal(job.progress.map { "\($0)" })), ("error", .text(job.error)),
            ("service", job.wire),
        ])
    }
}
