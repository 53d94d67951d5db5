/// A job to be created or quoted.
public struct JobRequest: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// The base model's id.
    public var baseModel: String
    /// The data set's id.
    public var dataset: String
    /// The prompt's column; nil for a data set without one.
    public var promptColumn: String?
    /// The answer's column.
    public var answerColumn: String
    /// How it trains.
    public var hyperparameters: Hyperparameters

    /// A job by the ids of its model and data set, trained by the service's defaults unless `hyperparameters` say otherwise.
    public init(
        name: String, baseModel: String, dataset: String, promptColumn: String?, answerColumn: String,
        hyperparameters: Hyperparameters = Hyperparameters()
    ) {
        self.name = name
        self.baseModel = baseModel
        self.dataset = dataset
        self.promptColumn = promptColumn
        self.answerColumn = answerColumn
        self.hyperparameters = hyperparameters
    }
}
