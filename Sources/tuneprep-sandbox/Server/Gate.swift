import HTTPTypes
import Hummingbird

/// Lets in who brings the token, and, where the path names one, the right organization.
struct Gate: RouterMiddleware {
    typealias Context = SandboxContext
    let world: World

    @concurrent func handle(
        _ request: Request, context: SandboxContext,
        next: @concurrent (Request, SandboxContext) async throws -> Response
    ) async throws -> Response {
        guard let value = request.headers[.authorization] else {
            throw Refusal(401, "the token is missing")
        }
        guard value == "Bearer \(World.token)" else { throw Refusal(401, "the token is wrong or expired") }
        if let organization = context.parameters.get("organization"),
            organization != (await world.store.identity).organizationID
        {
            throw Refusal(404, "no such organization")
        }
        return try await next(request, context)
    }
}
