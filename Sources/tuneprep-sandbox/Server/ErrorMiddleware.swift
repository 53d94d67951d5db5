import Foundation
import HTTPTypes
import Hummingbird

/// Logs every request, applies the faults of the scenario, and turns errors into the answers of the host.
struct ErrorMiddleware: RouterMiddleware {
    typealias Context = SandboxContext
    let app: AppState
    let origin: String

    @concurrent func handle(
        _ request: Request, context: SandboxContext,
        next: @concurrent (Request, SandboxContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        if path.hasPrefix("/sandbox/") { return try await answer(request, context: context, next: next) }
        let index = app.log.add(entry(of: request))
        let scenario = app.scenario
        var request = request
        let dryRun = try await isDryRun(&request)
        let fault = app.fault(method: request.method.rawValue, path: path, dryRun: dryRun)
        try await Task.sleep(for: .seconds(scenario.delay + (fault?.delay ?? 0)))
        let answered: Response
        if let fault {
            answered = try await apply(fault, to: request, loggedAt: index, context: context, next: next)
        } else {
            answered = try await answer(request, context: context, next: next)
        }
        app.log.answer(index, status: answered.status.code)
        return answered
    }

    /// The answer to a request, refusals worded as its host does.
    private func answer(
        _ request: Request, context: SandboxContext,
        next: @concurrent (Request, SandboxContext) async throws -> Response
    ) async throws -> Response {
        let host = Host(path: request.uri.path)
        do {
            return try await next(request, context)
        } catch let refusal as Refusal {
            return host.response(to: refusal, in: app.scenario)
        } catch let error as HTTPError {
            let refusal = Refusal(error.status.code, message: error.body ?? "no such path")
            return host.response(to: refusal, in: app.scenario)
        }
    }

    /// Whether a request asks for a dry run of a job; nil for one that asks for no job.
    private func isDryRun(_ request: inout Request) async throws -> Bool? {
        guard request.method == .post, request.uri.path.hasSuffix("/jobs") else { return nil }
        let body = try await request.collectBody(upTo: 16 << 20)
        return JSON(parsing: Data(body.readableBytesView))?["dry_run"]?.bool ?? false
    }

    /// The answer to a request that a fault strikes; the request is entry `index` of the log.
    private func apply(
        _ fault: Fault, to request: Request, loggedAt index: Int, context: SandboxContext,
        next: @concurrent (Request, SandboxContext) async throws -> Response
    ) async throws -> Response {
        var response: Response?
        if fault.after || fault.status == nil && !fault.close {
            response = try await answer(request, context: context, next: next)
        }
        if fault.close {
            app.log.answer(index, status: 0)
            try? await context.channel.close()
            throw ConnectionClosed()
        }
        if let status = fault.status {
            response = fault.response(status: status, host: Host(path: request.uri.path), in: app)
        }
        guard var response else { throw ConnectionClosed() }
        for (name, value) in fault.headers {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        return response.spoiled(by: fault)
    }

    private func entry(of request: Request) -> RequestLog.Entry {
        let authorization: RequestLog.Authorization =
            switch request.headers[.authorization] {
            case nil: .none
            case "Bearer \(AppState.token)": .matched
            default: .wrong
            }
        return RequestLog.Entry(
            origin: origin, method: request.method.rawValue, path: request.uri.path,
            headers: request.headers.map(\.name.canonicalName), authorization: authorization)
    }
}

extension Fault {
    /// The answer with this status that the fault gives in place of the true one.
    func response(status: Int, host: Host, in app: AppState) -> Response {
        if let body {
            let type = JSON(parsing: Data(body.utf8)) == nil ? "text/html" : "application/json"
            return .text(body, type: type, status: status)
        }
        let words = message ?? (status == 500 ? nil : "the scenario says so")
        return host.response(to: Refusal(status, code: code, message: words), in: app.scenario)
    }
}
