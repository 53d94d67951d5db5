public import TuneBytes
import TunePipeline

/// An export that a service has taken on.
public struct ExportText: Sendable {
    private let job: String
    private let repository: String

    /// The export of a job's model to a repository.
    public init(job: String, repository: String) {
        self.job = job
        self.repository = repository
    }

    /// For people.
    public var line: String {
        "the service publishes the model of \(job) at \(repository); it goes on by itself\n"
    }

    /// As one JSON object.
    public var json: JSON {
        .object([
            ("schema", .text("tuneprep.export/1")), ("version", .text(Tuneprep.version)), ("job", .text(job)),
            ("repository", .text(repository)),
        ])
    }
}
