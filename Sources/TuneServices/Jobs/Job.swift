public import TuneBytes

/// A fine-tuning job as the service tells it.
public struct Job: Sendable, Equatable {
    /// Its id.
    public var id: String
    /// Its name, as given when it was created.
    public var name: String?
    /// How far it is, in the service's word.
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
}
