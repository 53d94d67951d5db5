import HTTPTypes
import Hummingbird

/// What signed URLs lead to.
struct SignedRoutes: Sendable {
    let app: AppState

    func add(to router: Router<SandboxContext>) {
        router.get("signed/jobs/:id") { request, context in try await archive(for: request, context: context)
        }
        router.head("signed/jobs/:id") { request, context in
            var response = try await archive(for: request, context: context)
            let length = response.headers[.contentLength]
            response.body = ResponseBody()
            response.headers[.contentLength] = length
            return response
        }
        router.get("signed/files/:id") { request, context in
            try await admit(request)
            let id = context.id.replacing(".csv", with: "")
            _ = try await app.store.file(id)
            let content = try app.store.folder.content(of: id)
            return RangedResponse(content: content, type: "text/csv", scenario: app.scenario).response(
                to: request)
        }
    }

    private func archive(for request: Request, context: SandboxContext) async throws -> Response {
        try await admit(request)
        let id = context.id.replacing(".tar.gz", with: "")
        let job = try await app.store.finishedJob(id, in: app.scenario)
        return RangedResponse(archiveOf: job, in: app).response(to: request)
    }

    /// An object store takes a signature or a header, not both.
    private func admit(_ request: Request) async throws {
        if request.headers[.authorization] != nil {
            throw Refusal(400, code: "InvalidArgument", message: "Only one auth mechanism allowed")
        }
        let query = request.uri.queryParameters
        try await SignedURL.check(
            path: request.uri.path, expires: query["expires"].map(String.init),
            signature: query["signature"].map(String.init), in: app)
    }
}
