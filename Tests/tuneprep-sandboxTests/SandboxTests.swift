import ArgumentParser
import Foundation
import HTTPTypes
import NIOCore
import NIOPosix
import Synchronization
import TestSupport
import Testing

@testable import tuneprep_sandbox

@Suite("The sandbox")
struct SandboxTests {
    @Test("what it holds outlives it")
    func restart() async throws {
        let first = try await Rehearsal(["fast": true])
        let id = try await first.job()
        for _ in 0..<3 { _ = try await first.ask(.get, "jobs/\(id)") }
        let second = try await Rehearsal(["fast": true], on: first.folder)
        #expect(try await second.ask(.get, "jobs/\(id)").json["status"] == "running")
        #expect(try await second.ask(.get, "files").json["data"]?.array?.count == 1)
        #expect(try await second.ask(.get, "datasets").json["data"]?.array?.count == 1)
        let (one, other) = (await first.app.store.identity, await second.app.store.identity)
        #expect(one.organizationID == other.organizationID)
        #expect(other.spent == 2)
    }

    @Test("ids differ from one folder to the next, names do not")
    func ids() async throws {
        let models = try await [Rehearsal(), Rehearsal()].asyncMap {
            try await $0.ask(.get, "base-models?limit=100").json["data"]?.array ?? []
        }
        #expect(models[0].map { $0["name"] } == models[1].map { $0["name"] })
        #expect(models[0].count == 10)
        #expect(Set(models[0].map { $0["id"] }).isDisjoint(with: models[1].map { $0["id"] }))
    }

    @Test("who has no token, a wrong one or a wrong organization is not let in")
    func gate() async throws {
        let rehearsal = try await Rehearsal()
        for path in ["files", "/v1/models", "/api/v1/acl"] {
            #expect(try await rehearsal.ask(.get, path, token: nil).status == 401, "\(path)")
            #expect(try await rehearsal.ask(.get, path, token: "other").status == 401, "\(path)")
        }
        let other = "/api/v1/organizations/0b9d/files"
        #expect(try await rehearsal.ask(.get, other).status == 404)
        let identity = try await rehearsal.ask(.get, "/api/v1/acl", token: nil).json
        #expect(identity["error"] == "unauthorized")
        #expect(identity["error_description"] != nil)
    }

    @Test("identity names the one organization")
    func identity() async throws {
        let rehearsal = try await Rehearsal()
        let id = await rehearsal.app.store.identity.organizationID
        let acl = try await rehearsal.ask(.get, "/api/v1/acl").json["organizations"]?.array
        #expect(acl?.map { $0["id"]?.string } == [id])
        let list = try await rehearsal.ask(.get, "/api/v1/organizations").json.array
        #expect(list?.first?["metadata"]?["id"]?.string == id)
    }

    @Test("the log tells names of headers and whether the token was right, never a value or a query")
    func log() async throws {
        let lines = Mutex<[String]>([])
        let folder = try TemporaryFolder()
        let store = try Store(StateFolder(URL(filePath: folder.path)))
        let app = AppState(store, scenario: Scenario()) { line in lines.withLock { $0.append(line) } }
        let door = try await Rehearsal(app: app, folder: folder)
        _ = try await door.ask(.get, "files?limit=4711", headers: [.userAgent: "canary"])
        _ = try await door.ask(.get, "files", token: "canary")
        _ = try await door.ask(.get, "files", token: nil)
        let log = try await door.ask(.get, "/sandbox/requests", token: nil)
        let entries = try #require(log.json["requests"]?.array)
        #expect(entries.map { $0["authorization"] } == ["matched", "wrong", "none"])
        #expect(entries.map { $0["status"] } == [200, 401, 401])
        #expect(entries.first?["headers"]?.array?.contains("user-agent") == true)
        #expect(!log.text.contains("canary") && !log.text.contains("4711"))
        let path = door.full("files")
        #expect(lines.withLock { $0 } == ["GET \(path) 200\n", "GET \(path) 401\n", "GET \(path) 401\n"])
    }

    @Test("the first line sets the environment")
    func greeting() async throws {
        let rehearsal = try await Rehearsal()
        _ = rehearsal.app.listens("service", at: "http://127.0.0.1:1234")
        let id = await rehearsal.app.store.identity.organizationID
        let line = await Servers.greeting(of: rehearsal.app).split(separator: "\n").first
        let expected = "NSCALE_BASE_URL=http://127.0.0.1:1234 NSCALE_ORGANIZATION_ID=\(id)"
        #expect(line.map(String.init) == "\(expected) NSCALE_SERVICE_TOKEN=rehearsal-token-not-a-secret")
    }

    @Test("its arguments win over the scenario's")
    func arguments() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array(#"{"credit":5,"price_per_million":1}"#.utf8), to: "s.json")
        let command = try Sandbox.parse(["--scenario", path, "--price", "2", "--fast"])
        let settings = try command.settings()
        #expect(settings.pricePerMillion == 2)
        #expect(settings.credit == 5)
        #expect(settings.fast)
    }

    @Test(
        "arguments that cannot be are refused",
        arguments: [
            ["--port", "65536"], ["--signed-port=-1"], ["--price=-1"], ["--seconds-per-step=-1"],
            ["--seconds-per-step=1e10"], ["--credit=1e10"], ["--price=inf"],
            ["--port", "9", "--signed-port", "9"],
        ])
    func refused(arguments: [String]) {
        #expect(throws: (any Error).self) { try Sandbox.parse(arguments) }
    }

    @Test("a port that is taken is named with its option", arguments: ["--port", "--signed-port"])
    func taken(option: String) async throws {
        let folder = try TemporaryFolder()
        let store = try Store(StateFolder(URL(filePath: folder.path)))
        let group = MultiThreadedEventLoopGroup.singleton
        let listener = try await ServerBootstrap(group: group).bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(listener.localAddress?.port)
        let isService = option == "--port"
        let listening = Servers(
            app: AppState(store, scenario: Scenario()), port: isService ? port : 0,
            signedPort: isService ? 0 : port)
        let error = await #expect(throws: PortTaken.self) { try await listening.run() }
        #expect(error.map { "\($0)" } == "port \(port) is in use; `\(option) 0` takes one that is free")
        try await listener.close()
    }
}
