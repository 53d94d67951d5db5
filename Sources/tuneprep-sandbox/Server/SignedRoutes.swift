import HTTPTypes
import Hummingbird

/// What signed URLs lead to.
struct SignedRoutes: Sendable {
    let world: World

    func add(to router: Router<SandboxContext>) {
        router.get("signed/jobs/:id") { request, context in try await archive(request, context) }
        router.head("signed/jobs/:id") { request, context in
            var response = try await archive(request, context)
            let length = response.headers[.contentLength]
            response.body = ResponseBody()
            response.headers[.contentLength] = length
            return response
        }
        router.get("signed/files/:id") { request, context in
            try await admit(request)
            let id = context.id.replacing(".csv", with: "")
            _ = try await world.store.file(id)
            let content = try world.store.folder.content(of: id)
            return RangedAnswer(content: content, type: "text/csv", world.scenario).response(to: request)
        }
    }

    private func archive(_ request: Request, _ context: SandboxContext) async throws -> Response {
        try await admit(request)
        let id = context.id.replacing(".tar.gz", with: "")
        let job = try await world.store.finishedJob(id, world.scenario)
        return RangedAnswer(archive: job, world).response(to: request)
    }

    /// An object store takes a signature or a header, not both.
    private func admit(_ request: Request) async throws {
        if request.headers[.authorization] != nil {
            throw Refusal(400, code: "InvalidArgument", "Only one auth mechanism allowed")
        }
        let query = request.uri.queryParameters
        try await SignedURL.check(
            path: request.uri.path, expires: query["expires"].map(String.init),
            signature: query["signature"].map(String.init), world)
    }
}
