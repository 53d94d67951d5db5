import Foundation
import HTTPTypes
import Hummingbird

/// Meets every request: notes it, lets faults strike, words refusals.
struct FrontDoor: RouterMiddleware {
    typealias Context = SandboxContext
    let world: World
    let origin: String

    @concurrent func handle(
        _ request: Request, context: SandboxContext,
        next: @concurrent (Request, SandboxContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        if path.hasPrefix("/sandbox/") { return try await answer(request, context, next) }
        let place = world.log.add(entry(request))
        let scenario = world.scenario
        var request = request
        let dryRun = try await isDryRun(&request)
        let fault = world.fault(method: request.method.rawValue, path: path, dryRun: dryRun)
        try await Task.sleep(for: .seconds(scenario.delay + (fault?.delay ?? 0)))
        let answered: Response
        if let fault {
            answered = try await strike(fault, request, context, place, next)
        } else {
            answered = try await answer(request, context, next)
        }
        world.log.answer(place, status: answered.status.code)
        return answered
    }

    /// The answer to a request, refusals worded as its host does.
    private func answer(
        _ request: Request, _ context: SandboxContext,
        _ next: @concurrent (Request, SandboxContext) async throws -> Response
    ) async throws -> Response {
        let host = Host(path: request.uri.path)
        do {
            return try await next(request, context)
        } catch let refusal as Refusal {
            return host.answer(refusal, world.scenario)
        } catch let error as HTTPError {
            return host.answer(Refusal(error.status.code, error.body ?? "no such path"), world.scenario)
        }
    }

    /// Whether a request asks for a dry run of a job; nil for one that asks for no job.
    private func isDryRun(_ request: inout Request) async throws -> Bool? {
        guard request.method == .post, request.uri.path.hasSuffix("/jobs") else { return nil }
        let body = try await request.collectBody(upTo: 16 << 20)
        return JSON(parsing: Data(body.readableBytesView))?["dry_run"]?.bool ?? false
    }

    private func strike(
        _ fault: Fault, _ request: Request, _ context: SandboxContext, _ place: Int,
        _ next: @concurrent (Request, SandboxContext) async throws -> Response
    ) async throws -> Response {
        var response: Response?
        if fault.after || fault.status == nil && !fault.close {
            response = try await answer(request, context, next)
        }
        if fault.close {
            world.log.answer(place, status: 0)
            try? await context.channel.close()
            throw ConnectionClosed()
        }
        if let status = fault.status { response = fault.answer(status, Host(path: request.uri.path), world) }
        guard var response else { throw ConnectionClosed() }
        for (name, value) in fault.headers {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        return response.spoiled(by: fault)
    }

    private func entry(_ request: Request) -> RequestLog.Entry {
        let authorization: RequestLog.Authorization =
            switch request.headers[.authorization] {
            case nil: .none
            case "Bearer \(World.token)": .matched
            default: .wrong
            }
        return RequestLog.Entry(
            origin: origin, method: request.method.rawValue, path: request.uri.path,
            headers: request.headers.map(\.name.canonicalName), authorization: authorization)
    }
}

extension Fault {
    /// The answer a fault gives in place of the true one.
    func answer(_ status: Int, _ host: Host, _ world: World) -> Response {
        if let body {
            let type = JSON(parsing: Data(body.utf8)) == nil ? "text/html" : "application/json"
            return .text(body, type: type, status: status)
        }
        let words = message ?? (status == 500 ? nil : "the scenario says so")
        return host.answer(Refusal(status, code: code, words), world.scenario)
    }
}
