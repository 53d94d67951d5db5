import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import tuneprep_sandbox

@Suite("Scenarios")
struct ScenarioTests {
    @Test("docs/sandbox.md lists every switch as it is")
    func page() throws {
        let page = try PackageFolder.text(of: "docs/sandbox.md")
        #expect(page.contains(Switch.table), "stale; the table is\n\(Switch.table)")
    }

    @Test(
        "a name or a value that is not known is an error",
        arguments: [
            ["job_anwser": "flat"], ["job_answer": "deep"], ["ranges": 1], ["credit": -1],
            ["adapter_layers": 0],
            ["chat_reply": 1], ["stream_status": 1], ["faults": [:]], [],
            ["signed_seconds": 1e30], ["delay": 1e19], ["seconds_per_step": 1e10],
            ["price_per_million": 1e300],
            ["credit": 1e10], ["max_file_bytes": .integer(.max)], ["adapter_layers": 10_001],
            ["faults": [["delay": 1e19]]], ["faults": [["stall": 1e19]]],
        ] as [JSON])
    func unknown(json: JSON) {
        var scenario = Scenario()
        #expect(throws: ScenarioError.self) { try scenario.apply(json) }
    }

    @Test("a running sandbox takes another scenario, and says what is wrong with one")
    func running() async throws {
        let rehearsal = try await Rehearsal()
        #expect(try await rehearsal.ask(.put, "/sandbox/scenario", ["file_lines": false]).status == 200)
        #expect(try await rehearsal.upload().json["lines"] == nil)
        let wrong = try await rehearsal.ask(.put, "/sandbox/scenario", ["nothing": 1])
        #expect(wrong.status == 400)
        #expect(wrong.text.contains("nothing"))
    }

    @Test("the largest numbers it takes end nothing")
    func largest() async throws {
        let rehearsal = try await Rehearsal([
            "max_file_bytes": 1_000_000_000_000, "price_per_million": 1e9, "seconds_per_step": 0,
            "faults": [
                ["path": "*/datasets", "nth": .integer(.max), "times": .integer(.max), "status": 500]
            ],
        ])
        let id = try await rehearsal.job()
        #expect(try await rehearsal.ask(.get, "jobs/\(id)").json["status"] == "completed")
        // What is done already was done in steps of thirty years, as far as the service can tell.
        try rehearsal.app.apply(["seconds_per_step": 1e9])
        let metrics = try await rehearsal.ask(.get, "jobs/\(id)/metrics")
        #expect(metrics.status == 200 && metrics.json["data"]?.array?.isEmpty == false)
        #expect(try await rehearsal.ask(.get, "datasets").status == 200)
    }

    @Test("faults count anew when they are set")
    func faults() async throws {
        let rehearsal = try await Rehearsal()
        for _ in 0..<2 {
            _ = try await rehearsal.ask(.put, "/sandbox/scenario", ["faults": [["status": 503]]])
            #expect(try await rehearsal.ask(.get, "files").status == 503)
            #expect(try await rehearsal.ask(.get, "files").status == 200)
        }
    }

    @Test("every answer waits when told")
    func delay() async throws {
        let rehearsal = try await Rehearsal(["delay": 0.2])
        let start = ContinuousClock.now
        _ = try await rehearsal.ask(.get, "files")
        #expect(ContinuousClock.now - start > .milliseconds(190))
    }
}
