import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import tuneprep_sandbox

@Suite("Faults")
struct FaultTests {
    @Test(
        "a status is answered in the service's words, with and without Retry-After",
        arguments: [400, 401, 403, 404, 409, 413, 422, 429, 500], [nil, "7"])
    func status(status: Int, retryAfter: String?) async throws {
        let headers = retryAfter.map { ["Retry-After": .string($0)] as JSON } ?? [:]
        let rehearsal = try await Rehearsal([
            "faults": [["path": "*/files", "status": .integer(status), "headers": headers]]
        ])
        let answer = try await rehearsal.ask(.get, "files")
        #expect(answer.status == status)
        #expect(answer.headers[.retryAfter] == retryAfter)
        #expect(answer.json["code"]?.string == Refusal.code(of: status))
        #expect((answer.json["message"] == .null) == (status == 500))
        #expect(try await rehearsal.ask(.get, "files").status == 200)
    }

    @Test("POST /jobs answers 500 with a null message while all else works")
    func nullMessage() async throws {
        let rehearsal = try await Rehearsal([
            "faults": [["method": "POST", "path": "*/jobs", "status": 500, "message": nil, "times": 0]]
        ])
        let plan = await rehearsal.plan(try await rehearsal.dataset())
        for _ in 0..<3 {
            let answer = try await rehearsal.ask(.post, "jobs", plan)
            #expect(answer.json == ["code": "internal", "message": nil])
        }
        #expect(try await rehearsal.ask(.get, "jobs").json["data"] == [])
    }

    @Test("a 502 can come after the job was created, or before")
    func afterwards() async throws {
        for after in [true, false] {
            let rehearsal = try await Rehearsal([
                "faults": [
                    ["method": "POST", "path": "*/jobs", "status": 502, "after": .bool(after)]
                ]
            ])
            let plan = await rehearsal.plan(try await rehearsal.dataset())
            let answer = try await rehearsal.ask(.post, "jobs", plan)
            #expect(answer.status == 502)
            #expect(answer.headers[.contentType] == "text/html")
            #expect(try await rehearsal.ask(.get, "jobs").json["data"]?.array?.count == (after ? 1 : 0))
        }
    }

    @Test("a fault can spare dry runs, or strike only them", arguments: [true, false])
    func dryRuns(struck: Bool) async throws {
        let rehearsal = try await Rehearsal([
            "faults": [["dry_run": .bool(struck), "status": 500, "times": 0]]
        ])
        let plan = await rehearsal.plan(try await rehearsal.dataset())
        let dry = try await rehearsal.ask(.post, "jobs", plan.merging(["dry_run": true]))
        #expect(dry.status == (struck ? 500 : 200))
        #expect(try await rehearsal.ask(.post, "jobs", plan).status == (struck ? 201 : 500))
        #expect(try await rehearsal.ask(.get, "jobs").status == 200)
    }

    @Test("a fault strikes the requests it counts, no others")
    func counting() async throws {
        let rehearsal = try await Rehearsal([
            "faults": [["method": "GET", "path": "*/files", "nth": 2, "times": 2, "status": 503]]
        ])
        var seen: [Int] = []
        for _ in 0..<4 {
            seen.append(try await rehearsal.ask(.get, "files").status)
            #expect(try await rehearsal.ask(.get, "jobs").status == 200)
        }
        #expect(seen == [200, 503, 503, 200])
    }

    @Test("headers and bodies can be replaced")
    func replaced() async throws {
        let rehearsal = try await Rehearsal([
            "faults": [
                ["path": "*/files", "headers": ["Content-Type": "text/odd"]],
                ["path": "*/jobs", "status": 200, "body": "<html>sign in</html>"],
                ["path": "*/datasets", "status": 418, "body": ["odd": true]],
            ]
        ])
        let files = try await rehearsal.ask(.get, "files")
        #expect(files.headers[.contentType] == "text/odd")
        #expect(files.json["data"] == [])
        #expect(try await rehearsal.ask(.get, "jobs").text == "<html>sign in</html>")
        #expect(try await rehearsal.ask(.get, "datasets").json == ["odd": true])
    }

    @Test(
        "a fault that is not understood is an error",
        arguments: [
            ["nht": 1], ["nth": 0], ["status": "500"], ["headers": ["a": 1]], ["cut": -1], ["pace": 0],
        ] as [JSON])
    func unknown(fault: JSON) {
        #expect(throws: ScenarioError.self) { try Fault(fault) }
    }

    @Test(
        "`*` stands for any run of characters",
        arguments: [
            ("*", "/a/b", true), ("/a/*", "/a/b/c", true), ("*/jobs", "/a/jobs", true),
            ("*/jobs", "/a/jobs/1", false), ("*/jobs/*/metrics", "/o/jobs/1/metrics", true),
            ("/a", "/a", true),
            ("/a", "/ab", false), ("", "/", false),
        ])
    func pattern(pattern: String, path: String, expected: Bool) {
        var fault = Fault()
        fault.path = pattern
        #expect(fault.concerns(method: "GET", path: path) == expected)
    }

    @Test("a connection closes before an answer, and the next one is answered", .timeLimit(.minutes(1)))
    func close() async throws {
        let rehearsal = try await Rehearsal(["faults": [["path": "*/files", "close": true]]])
        let path = rehearsal.full("files")
        let token: HTTPFields = [.authorization: "Bearer \(AppState.token)"]
        await #expect(throws: (any Error).self) {
            try await rehearsal.live { client in
                try await client.executeRequest(uri: path, method: .get, headers: token, body: nil)
            }
        }
        let status = try await rehearsal.live { client in
            try await client.executeRequest(uri: path, method: .get, headers: token, body: nil).status
        }
        #expect(status == .ok)
        #expect(rehearsal.app.log.json["requests"]?.array?.first?["status"] == 0)
    }

    @Test("a body is cut short of its length", .timeLimit(.minutes(1)))
    func cut() async throws {
        let rehearsal = try await Rehearsal(["faults": [["path": "*/base-models", "cut": 100]]])
        let path = rehearsal.full("base-models")
        let token: HTTPFields = [.authorization: "Bearer \(AppState.token)"]
        await #expect(throws: (any Error).self) {
            try await rehearsal.live { client in
                try await client.executeRequest(uri: path, method: .get, headers: token, body: nil)
            }
        }
    }

    @Test("answers are slow when told: before the first byte, between bytes")
    func slow() async throws {
        let rehearsal = try await Rehearsal([
            "faults": [["path": "*/files", "delay": 0.3], ["path": "*/jobs", "pace": 8]]
        ])
        for path in ["files", "jobs"] {
            let start = ContinuousClock.now
            #expect(try await rehearsal.ask(.get, path).json["data"] == [])
            #expect(ContinuousClock.now - start > .milliseconds(290), "\(path)")
        }
    }

    @Test("errors of the fine-tuning service take three shapes")
    func shapes() async throws {
        let rehearsal = try await Rehearsal()
        #expect(try await rehearsal.ask(.get, "jobs/x").json["code"] == "not_found")
        try rehearsal.app.apply(["error_body": "error"])
        #expect(try await rehearsal.ask(.get, "jobs/x").json == ["error": "no such job: x"])
        try rehearsal.app.apply(["error_body": "text"])
        #expect(try await rehearsal.ask(.get, "jobs/x").text == "no such job: x")
    }
}
