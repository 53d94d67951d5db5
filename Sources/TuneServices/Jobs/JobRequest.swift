import TuneBytes

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

    /// A job.
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

    func wire(isDryRun: Bool) -> JSON {
        var columns: [JSON.Member] = [("id", .text(dataset))]
        if let promptColumn { columns.append(("prompt_column", .text(promptColumn))) }
        columns.append(("answer_column", .text(answerColumn)))
        return .object([
            ("name", .text(name)), ("base_model_id", .text(baseModel)),
            ("dry_run", .boolean(isDryRun)), ("dataset", .object(columns)),
            ("hyperparameters", hyperparameters.wire),
        ])
    }
}
