public import TuneBytes
internal import TuneTransfer

/// A fine-tuning job as the service tells it.
public struct Job: Sendable, Equatable {
    /// Its id.
    public var id: String
    /// Its name, as given when it was created.
    public var name: String?
    /// Where it stands.
    public var status: JobStatus
    /// The base model's name.
    public var baseModel: String?
    /// The base model's id.
    public var baseModelID: String?
    /// What the fine-tuned model is called.
    public var fineTunedModel: String?
    /// When it was created, in the service's spelling.
    public var createdAt: String?
    /// When it began.
    public var startedAt: String?
    /// When it ended.
    public var completedAt: String?
    /// How much of it is done, from 0 to 1.
    public var progress: Double?
    /// What went wrong.
    public var error: String?
    /// The data set's id.
    public var datasetID: String?
    /// The prompt's column.
    public var promptColumn: String?
    /// The answer's column.
    public var answerColumn: String?
    /// All the service said, fields that are not known here too; without secrets.
    public var wire: JSON

    /// Reads a job, flat or nested under `job`; nil without an id.
    init?(_ answer: JSON, _ mask: SecretMask) {
        let value = (answer["job"].flatMap { $0.members.isEmpty ? nil : $0 } ?? answer).without(mask)
        guard let id = value["id"]?.spelling else { return nil }
        self.id = id
        wire = value
        name = value["name"]?.spelling
        status = JobStatus(word: value["status"]?.spelling ?? "unknown")
        baseModel = value["base_model"]?.spelling ?? value["base_model"]?["name"]?.spelling
        baseModelID = (value["base_model_id"] ?? value["base_model"]?["id"])?.spelling
        fineTunedModel = value["fine_tuned_model"]?.spelling
        createdAt = value["created_at"]?.spelling
        startedAt = value["started_at"]?.spelling
        completedAt = value["completed_at", "finished_at"]?.spelling
        progress = value["progress"]?.finiteNumber
        error = value["error"].flatMap(Self.words)
        let dataset = value["dataset"]
        datasetID = (dataset?["id"] ?? value["dataset_id"])?.spelling
        promptColumn = dataset?["prompt_column"]?.spelling
        answerColumn = dataset?["answer_column"]?.spelling
    }

    /// What an error of unknown shape says.
    private static func words(_ value: JSON) -> String? {
        value.spelling ?? value["message", "detail", "code"]?.spelling ?? value.rendered(.compact)
    }
}
