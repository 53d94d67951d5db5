public import TuneBytes
import TunePipeline
public import TuneReport
public import TuneServices
import TuneText

/// Jobs, one under the other.
public struct JobList: Reported {
    private let jobs: [Job]

    /// These jobs, in order.
    public init(_ jobs: [Job]) {
        self.jobs = jobs
    }

    /// A table with a line for each.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        if jobs.isEmpty { return [.plain("no jobs")] }
        let rows =
            [["id", "status", "name", "model", "created"]]
            + jobs.map { job in
                [
                    job.id, job.describedStatus, job.name ?? "-", job.baseModel ?? job.baseModelID ?? "-",
                    job.createdAt ?? job.startedAt ?? "-",
                ].map(DisplayText.visible)
            }
        return TextTable(rows).lines.map(ReportLine.plain)
    }

    /// All of them as one JSON object.
    public func json(in rendering: Rendering) -> [JSON] {
        let document = JSON.object([
            ("schema", .text("tuneprep.jobs/1")), ("version", .text(Tuneprep.version)),
            ("jobs", .array(jobs.map(\.json))),
        ])
        return [document]
    }

    /// A JSON object for each.
    public func jsonLines(in rendering: Rendering) -> [JSON] { jobs.map(\.json) }
}
