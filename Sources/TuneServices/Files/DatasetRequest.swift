/// A data set to be made.
public struct DatasetRequest: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// The training file's id.
    public var trainingFile: String
    /// The validation file's id.
    public var validationFile: String?

    /// A data set of these files.
    public init(name: String, trainingFile: String, validationFile: String? = nil) {
        self.name = name
        self.trainingFile = trainingFile
        self.validationFile = validationFile
    }

    /// Whether `dataset` is what was asked for.
    func isMet(by dataset: Dataset) -> Bool {
        dataset.name == name && dataset.trainingFile == trainingFile
            && dataset.validationFile == validationFile
    }
}
