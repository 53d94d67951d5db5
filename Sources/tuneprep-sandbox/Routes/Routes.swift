import Hummingbird

/// Every path of the service's own hosts, on one port.
enum Routes {
    /// The paths of the service.
    static func service(of app: AppState) -> Router<SandboxContext> {
        let router = Router(context: SandboxContext.self)
        router.add(middleware: ErrorMiddleware(app: app, origin: "service"))
        router.get("sandbox/requests") { _, _ in Response.json(app.log.json) }
        router.put("sandbox/scenario") { request, _ in
            do {
                try app.apply(try await request.object())
            } catch let error as ScenarioError {
                throw Refusal(400, message: error.description)
            }
            return Response.json([:])
        }
        let identity = router.group("api/v1").add(middleware: TokenMiddleware(app: app))
        IdentityRoutes(app: app).add(to: identity)
        let fineTuning = router.group("api/v1/organizations/:organization").add(
            middleware: TokenMiddleware(app: app))
        FileRoutes(app: app).add(to: fineTuning)
        DatasetRoutes(app: app).add(to: fineTuning)
        JobRoutes(app: app).add(to: fineTuning)
        ModelRoutes(app: app).add(to: fineTuning)
        InferenceRoutes(app: app).add(to: router.group("v1").add(middleware: TokenMiddleware(app: app)))
        return router
    }

    /// The paths of the other origin, to which signed URLs lead.
    static func signed(of app: AppState) -> Router<SandboxContext> {
        let router = Router(context: SandboxContext.self)
        router.add(middleware: ErrorMiddleware(app: app, origin: "signed"))
        SignedRoutes(app: app).add(to: router)
        return router
    }
}
