/// A request for a job, checked against what the store holds.
struct JobDraft {
    let plan: JobPlan
    let dryRun: Bool
    private let training: StoredFile
    private let validation: StoredFile?

    /// Reads and checks a request; throws 422 for what the service would not take.
    init(_ body: JSON, in app: AppState) async throws {
        let known = ["name", "base_model_id", "dry_run", "dataset", "hyperparameters"]
        if let other = body.object?.keys.sorted().first(where: { !known.contains($0) }) {
            throw Refusal.invalid("\(other) is not known")
        }
        let name = try Field("name", value: body["name"]).text()
        dryRun = try body["dry_run"].map { try Field("dry_run", value: $0).bool() } ?? false
        let modelID = try Field("base_model_id", value: body["base_model_id"]).text()
        guard let model = await app.store.identity.baseModels.first(where: { $0.id == modelID }) else {
            throw Refusal.invalid("base_model_id: no such base model: \(modelID)")
        }
        let datasetID = try Field("dataset.id", value: body["dataset"]?["id"]).text()
        guard let dataset = await app.store.datasets[datasetID] else {
            throw Refusal.invalid("dataset.id: no such dataset: \(datasetID)")
        }
        (training, validation) = try await app.store.files(of: dataset)
        let columns = training.columns.map(\.name)
        plan = JobPlan(
            name: name, baseModelID: modelID, baseModelName: model.name, datasetID: datasetID,
            promptColumn: try JobDraft.column("prompt_column", of: body, in: columns, isRequired: false),
            answerColumn: try JobDraft.column("answer_column", of: body, in: columns, isRequired: true) ?? "",
            hyperparameters: try Hyperparameters(
                body["hyperparameters"], allowingOldNames: app.scenario.oldNames))
    }

    /// What the job reads and costs.
    func usage(in app: AppState) async throws -> Usage {
        let folder = app.store.folder
        let table = try CSVTable(folder.content(of: training.id))
        let held = try validation.map { try CSVTable(folder.content(of: $0.id)) }
        return Quote.usage(
            training: table, validation: held,
            columns: [plan.promptColumn, plan.answerColumn].compactMap { $0 }, plan: plan.hyperparameters,
            pricePerMillion: app.scenario.pricePerMillion)
    }

    private static func column(
        _ key: String, of body: JSON, in columns: [String], isRequired: Bool
    ) throws -> String? {
        let field = Field("dataset.\(key)", value: body["dataset"]?[key])
        guard let name = isRequired ? try field.text() : try field.optionalText() else { return nil }
        guard columns.contains(name) else {
            throw Refusal.invalid("dataset.\(key): the training file has no column \(name)")
        }
        return name
    }
}
