internal import TuneBytes

extension Dataset {
    /// Reads a data set as Nscale tells it, flat or nested under `dataset`; nil without an id.
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
