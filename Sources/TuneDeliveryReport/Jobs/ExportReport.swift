public import TuneBytes
import TunePipeline
public import TuneReport

/// An export that a service has taken on.
public struct ExportReport: Reported {
    private let job: String
    private let repository: String

    /// The export of a job's model to a repository.
    public init(job: String, repository: String) {
        self.job = job
        self.repository = repository
    }

    /// What the service does now.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        [.plain("the service publishes the model of \(job) at \(repository); it goes on by itself")]
    }

    /// As one JSON object.
    public func json(in rendering: Rendering) -> [JSON] {
        let document = JSON.object([
            ("schema", .text("tuneprep.export/1")), ("version", .text(Tuneprep.version)), ("job", .text(job)),
            ("repository", .text(repository)),
        ])
        return [document]
    }
}
