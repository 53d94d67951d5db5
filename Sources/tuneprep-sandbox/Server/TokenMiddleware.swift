import HTTPTypes
import Hummingbird

/// Refuses requests without the token and, where the path names an organization, those for another.
struct TokenMiddleware: RouterMiddleware {
    typealias Context = SandboxContext
    let app: AppState

    @concurrent func handle(
        _ request: Request, context: SandboxContext,
        next: @concurrent (Request, SandboxContext) async throws -> Response
    ) async throws -> Response {
        guard let value = request.headers[.authorization] else {
            throw Refusal(401, message: "the token is missing")
        }
        guard value == "Bearer \(AppState.token)" else {
            throw Refusal(401, message: "the token is wrong or expired")
        }
        if let organization = context.parameters.get("organization"),
            organization != (await app.store.identity).organizationID
        {
            throw Refusal(404, message: "no such organization")
        }
        return try await next(request, context)
    }
}
