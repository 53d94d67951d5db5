import Hummingbird

/// `/v1`: what models say.
struct InferenceRoutes: Sendable {
    let world: World

    func add(to group: RouterGroup<SandboxContext>) {
        group.get("models") { _, _ in Response.list(Catalogue.models.map(\.json)) }
    }
}
