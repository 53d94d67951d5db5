internal import TuneBytes

/// A data set at the service: a training file and, if there is one, a validation file.
public struct Dataset: Sendable, Equatable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String?
    /// When it was made, in the service's spelling.
    public var createdAt: String?
    /// The bytes of its files.
    public var bytes: Int?
    /// The training file's id.
    public var trainingFile: String?
    /// The validation file's id.
    public var validationFile: String?

    /// Reads a data set; nil without an id.
    init?(_ answer: JSON) {
        let value = answer["dataset"].flatMap { $0.members.isEmpty ? nil : $0 } ?? answer
        guard let id = value["id"]?.spelling else { return nil }
        self.id = id
        name = value["name"]?.spelling
        createdAt = value["created_at"]?.spelling
        bytes = value["total_bytes"]?.wholeNumber
        trainingFile = (value["training_file_id"] ?? value["training_file"]?["id"])?.spelling
        validationFile = (value["validation_file_id"] ?? value["validation_file"]?["id"])?.spelling
    }
}
