internal import TuneBytes
internal import TuneTransfer

extension Job {
    /// Reads a job as Nscale tells it, flat or nested under `job`; nil without an id. What `mask` knows is hidden.
    init?(_ answer: JSON, hiding mask: SecretMask) {
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
