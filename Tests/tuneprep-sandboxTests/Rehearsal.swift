import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization
import TestSupport
import Testing

@testable import tuneprep_sandbox

/// A sandbox in a folder of its own, with a clock that stands still, asked without a network.
struct Rehearsal {
    let app: AppState
    let time: StandingClock
    let folder: TemporaryFolder
    private let service: Application<RouterResponder<SandboxContext>>
    private let signed: Application<RouterResponder<SandboxContext>>
    private let organization: String

    /// A sandbox with switches; on a folder of an earlier one, what that one held.
    init(_ switches: JSON = [:], on earlier: TemporaryFolder? = nil) async throws {
        let folder = try earlier ?? TemporaryFolder()
        let time = StandingClock()
        var scenario = Scenario()
        try scenario.apply(switches)
        let store = try Store(StateFolder(URL(filePath: folder.path)), clock: time.clock)
        try await self.init(
            app: AppState(store, scenario: scenario, clock: time.clock), folder: folder, time: time)
    }

    /// A sandbox around a app.
    init(app: AppState, folder: TemporaryFolder, time: StandingClock = StandingClock()) async throws {
        self.app = app
        self.folder = folder
        self.time = time
        _ = app.listens("signed", at: "http://signed.invalid")
        service = Application(router: Routes.service(of: app), logger: Servers.quiet)
        signed = Application(router: Routes.signed(of: app), logger: Servers.quiet)
        organization = await app.store.identity.organizationID
    }

    /// Asks the service; a path that begins with no `/` is one of the fine-tuning service.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ json: JSON? = nil, headers: HTTPFields = [:],
        token: String? = AppState.token
    ) async throws -> Answer {
        try await send(method, path, body: json?.data, headers: headers, token: token, to: service)
    }

    /// Sends bytes to the service.
    func post(_ path: String, _ body: Data, type: String) async throws -> Answer {
        try await send(
            .post, path, body: body, headers: [.contentType: type], token: AppState.token, to: service)
    }

    /// Follows a signed URL, without the token.
    func follow(
        _ url: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:]
    ) async throws -> Answer {
        let path = url.replacing("http://signed.invalid", with: "")
        return try await send(method, path, body: nil, headers: headers, token: nil, to: signed)
    }

    /// The full path of one of the fine-tuning service.
    func full(_ path: String) -> String {
        path.hasPrefix("/") ? path : "/api/v1/organizations/\(organization)/\(path)"
    }

    /// Runs the service on a true port, for what only a connection shows.
    func live<Value: Sendable>(
        _ body: @Sendable (any TestClientProtocol) async throws -> Value
    ) async throws -> Value {
        try await service.test(.live, body)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, body: Data?, headers: HTTPFields,
        token: String?, to application: Application<RouterResponder<SandboxContext>>
    ) async throws -> Answer {
        var headers = headers
        if let token { headers[.authorization] = "Bearer \(token)" }
        let (uri, sent) = (full(path), headers)
        return try await application.test(.router) { client in
            let response = try await client.executeRequest(
                uri: uri, method: method, headers: sent, body: body.map { ByteBuffer(bytes: $0) })
            return Answer(response)
        }
    }
}

/// What the sandbox answered.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let data: Data

    init(_ response: TestResponse) {
        status = response.status.code
        headers = response.headers
        data = Data(response.body.readableBytesView)
    }

    var json: JSON { JSON(parsing: data) ?? .null }
    var text: String { String(decoding: data, as: UTF8.self) }
}

/// A clock that moves when told.
final class StandingClock: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 1_768_402_200))

    var clock: Clock { Clock { self.time.withLock { $0 } } }

    func pass(_ seconds: Double) { time.withLock { $0 += seconds } }
}
