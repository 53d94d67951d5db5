import Foundation
import Hummingbird

/// `/v1`: what models say.
struct InferenceRoutes: Sendable {
    let app: AppState

    func add(to group: RouterGroup<SandboxContext>) {
        group.get("models") { _, _ in Response.list(Catalogue.models.map(\.json)) }
        group.post("chat/completions") { request, _ in
            let (body, model) = try await paid(request)
            let ask = try ChatRequest(body, model: model)
            return answer(ask, as: Conversation(ask, in: app.scenario, at: app.clock.now()))
        }
        group.post("completions") { request, _ in
            let (body, model) = try await paid(request)
            let ask = try ChatRequest(prompt: body, model: model)
            return answer(ask, as: Completion(ask, in: app.scenario, at: app.clock.now()))
        }
        group.post("embeddings") { request, _ in
            let (body, model) = try await paid(request)
            return Response.json(try Embeddings(body, model: model).json)
        }
        group.post("images/generations") { request, _ in
            let (body, _) = try await paid(request)
            _ = try Field("prompt", value: body["prompt"]).text()
            let count = try body["n"].map { try Field("n", value: $0).integer(1...10) } ?? 1
            let images = Array(repeating: ["b64_json": .string(InferenceRoutes.dot)] as JSON, count: count)
            let created = Int(app.clock.now().timeIntervalSince1970)
            return Response.json(["created": .integer(created), "data": .array(images)])
        }
    }

    /// The body and its model, when there is credit.
    private func paid(_ request: Request) async throws -> (body: JSON, model: String) {
        let body = try await request.object()
        if !app.scenario.inferenceCredit { throw Refusal.insufficientCredit }
        return (body, try Catalogue.check(body))
    }

    private func answer(_ ask: ChatRequest, as form: some AnswerForm) -> Response {
        let reply = ChatReply(ask, in: app.scenario)
        guard ask.stream else { return .json(form.whole(reply)) }
        return EventStream(ask: ask, scenario: app.scenario).response(to: reply, as: form)
    }

    /// A picture of one dot.
    private static let dot =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
}
