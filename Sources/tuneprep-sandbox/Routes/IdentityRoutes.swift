import Hummingbird

/// Who the token belongs to.
struct IdentityRoutes: Sendable {
    let app: AppState

    func add(to group: RouterGroup<SandboxContext>) {
        group.get("acl") { _, _ in
            let identity = await app.store.identity
            return Response.json([
                "organizations": [
                    [
                        "id": .string(identity.organizationID),
                        "endpoints": [["name": "jobs", "operations": ["create", "read"]]],
                        "projects": [["id": .string(identity.workspaceID), "endpoints": []]],
                    ]
                ]
            ])
        }
        group.get("organizations") { _, _ in
            let id = await app.store.identity.organizationID
            return Response.json([["metadata": ["id": .string(id), "name": "rehearsal"]]])
        }
    }
}
