import Hummingbird

/// Who the token belongs to.
struct IdentityRoutes: Sendable {
    let world: World

    func add(to group: RouterGroup<SandboxContext>) {
        group.get("acl") { _, _ in
            let identity = await world.store.identity
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
            let id = await world.store.identity.organizationID
            return Response.json([["metadata": ["id": .string(id), "name": "rehearsal"]]])
        }
    }
}
