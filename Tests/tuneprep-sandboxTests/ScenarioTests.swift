import Foundation
import HTTPTypes
import Testing

@testable import tuneprep_sandbox

@Suite("Scenarios")
struct ScenarioTests {
    @Test("docs/sandbox.md lists every switch as it is")
    func page() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/sandbox.md"), encoding: .utf8)
        #expect(page.contains(Switch.table), "stale; the table is\n\(Switch.table)")
    }

    @Test(
        "a name or a value that is not known is an error",
        arguments: [
            ["job_anwser": "flat"], ["job_answer": "deep"], ["ranges": 1], ["credit": -1],
            ["adapter_layers": 0],
            ["chat_reply": 1], ["stream_status": 1], ["faults": [:]], [],
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
