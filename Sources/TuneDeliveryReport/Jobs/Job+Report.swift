public import TuneBytes
public import TuneReport
public import TuneServices
import TuneText

extension Job: Reported {
    /// All that is known, a line for each fact.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        let known: [(String, String?)] = [
            ("job", id), ("name", name), ("status", describedStatus), ("error", error),
            ("model", baseModel ?? baseModelID), ("tuned", fineTunedModel), ("dataset", datasetID),
            ("prompt", promptColumn), ("answer", answerColumn), ("created", createdAt),
            ("started", startedAt), ("ended", completedAt), ("next", nextStep),
        ]
        return known.compactMap { label, value in
            value.map { ReportLine(label, DisplayText.visible($0)) }
        }
    }

    /// The line of a job that is watched.
    public func conciseLines(in rendering: Rendering) -> [ReportLine] { [.plain(line)] }

    /// The job in a list of its own.
    public func json(in rendering: Rendering) -> [JSON] { JobList([self]).json(in: rendering) }

    /// The job as a JSON object.
    public func jsonLines(in rendering: Rendering) -> [JSON] { [json] }

    /// The id, the status and the error on one line.
    public var line: String {
        DisplayText.visible("\(id): \(describedStatus)" + (error.map { ": \($0)" } ?? ""))
    }

    /// The status, and how much is done.
    var describedStatus: String {
        guard let progress, !status.isFinal, progress > 0, progress <= 1 else { return status.word }
        return "\(status.word) \(Int((progress * 100).rounded(.down))) %"
    }

    private var nextStep: String? {
        if status.isSuccess { return "`tuneprep download model \(id) --into model`" }
        return status.isFinal ? nil : "`tuneprep jobs watch \(id)`"
    }

    /// The job as a JSON object, with what the service said under `service`.
    var json: JSON {
        .object([
            ("id", .text(id)), ("name", .text(name)), ("status", .text(status.word)),
            ("is_final", .boolean(status.isFinal)), ("base_model", .text(baseModel)),
            ("base_model_id", .text(baseModelID)), ("fine_tuned_model", .text(fineTunedModel)),
            ("dataset_id", .text(datasetID)), ("created_at", .text(createdAt)),
            ("started_at", .text(startedAt)), ("completed_at", .text(completedAt)),
            ("progress", .decimal(progress.map { "\($0)" })), ("error", .text(error)),
            ("service", wire),
        ])
    }
}
