import Hummingbird

/// `/base-models`.
struct ModelRoutes: Sendable {
    let app: AppState

    func add(to group: RouterGroup<SandboxContext>) {
        group.get("base-models") { request, _ in
            let models = await app.store.identity.baseModels.prefix(try request.limit(100))
            return Response.list(
                models.map {
                    [
                        "id": .string($0.id), "name": .string($0.name),
                        "description": .string("\($0.organization)'s \($0.name), 8192 tokens of context"),
                    ]
                })
        }
    }
}
