import Hummingbird

/// `/datasets`.
struct DatasetRoutes: Sendable {
    let app: AppState

    func add(to group: RouterGroup<SandboxContext>) {
        group.post("datasets") { request, _ in
            let body = try await request.object()
            let dataset = try await app.store.addDataset(
                name: Field("name", value: body["name"]).text(),
                training: Field("training_file_id", value: body["training_file_id"]).text(),
                validation: Field("validation_file_id", value: body["validation_file_id"]).optionalText())
            return Response.json(try await json(dataset), status: 201)
        }
        group.get("datasets") { request, _ in
            let datasets = await app.store.allDatasets().prefix(try request.limit(100))
            return Response.list(try await datasets.asyncMap { try await json($0) })
        }
        group.get("datasets/:id") { _, context in
            Response.json(try await json(app.store.dataset(context.id)))
        }
        group.patch("datasets/:id") { request, context in
            Response.json(try await json(change(context.id, body: try await request.object())))
        }
        group.delete("datasets/:id") { _, context in
            try await app.store.removeDataset(context.id)
            return Response(status: .noContent)
        }
    }

    /// `unset` is required and holds the keys to clear; only `validation_file_id` can be.
    private func change(_ id: String, body: JSON) async throws -> StoredDataset {
        guard let unset = body["unset"]?.object else { throw Refusal.invalid("unset must be an object") }
        for key in unset.keys where key != "validation_file_id" {
            throw Refusal.invalid("unset.\(key) cannot be cleared")
        }
        return try await app.store.change(
            id, name: Field("name", value: body["name"]).optionalText(),
            training: Field("training_file_id", value: body["training_file_id"]).optionalText(),
            validation: Field("validation_file_id", value: body["validation_file_id"]).optionalText(),
            unsetValidation: unset["validation_file_id"] != nil)
    }

    private func json(_ dataset: StoredDataset) async throws -> JSON {
        let (training, validation) = try await app.store.files(of: dataset)
        return [
            "id": .string(dataset.id), "name": .string(dataset.name),
            "workspace_id": .string(await app.store.identity.workspaceID),
            "created_at": .string(dataset.createdAt.timestamp),
            "updated_at": .string(dataset.updatedAt.timestamp),
            "total_bytes": .integer(training.bytes + (validation?.bytes ?? 0)),
            "training_file_id": .string(training.id), "validation_file_id": JSON(validation?.id),
            "training_file": brief(training), "validation_file": validation.map(brief) ?? .null,
        ]
    }

    private func brief(_ file: StoredFile) -> JSON {
        ["id": .string(file.id), "name": .string(file.name), "bytes": .integer(file.bytes)]
    }
}
