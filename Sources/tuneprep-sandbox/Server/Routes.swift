import Hummingbird

/// Every path of the service's own hosts, on one port.
enum Routes {
    static func service(_ world: World) -> Router<SandboxContext> {
        let router = Router(context: SandboxContext.self)
        router.add(middleware: FrontDoor(world: world, origin: "service"))
        router.get("sandbox/requests") { _, _ in Response.json(world.log.json) }
        router.put("sandbox/scenario") { request, _ in
            do {
                try world.apply(try await request.object())
            } catch let error as ScenarioError {
                throw Refusal(400, error.description)
            }
            return Response.json([:])
        }
        let identity = router.group("api/v1").add(middleware: Gate(world: world))
        IdentityRoutes(world: world).add(to: identity)
        let fineTuning = router.group("api/v1/organizations/:organization").add(
            middleware: Gate(world: world))
        FileRoutes(world: world).add(to: fineTuning)
        DatasetRoutes(world: world).add(to: fineTuning)
        JobRoutes(world: world).add(to: fineTuning)
        ModelRoutes(world: world).add(to: fineTuning)
        InferenceRoutes(world: world).add(to: router.group("v1").add(middleware: Gate(world: world)))
        return router
    }

    /// The other origin: what signed URLs lead to.
    static func signed(_ world: World) -> Router<SandboxContext> {
        let router = Router(context: SandboxContext.self)
        router.add(middleware: FrontDoor(world: world, origin: "signed"))
        SignedRoutes(world: world).add(to: router)
        return router
    }
}
