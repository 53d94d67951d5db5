import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import tuneprep_sandbox

@Suite("Jobs")
struct JobRoutesTests {
    @Test("a dry run answers what the job would cost, and creates nothing")
    func dryRun() async throws {
        let rehearsal = try await Rehearsal()
        let plan = await rehearsal.plan(try await rehearsal.dataset(), [:], ["dry_run": true])
        let answer = try await rehearsal.ask(.post, "jobs", plan)
        #expect(answer.json == ["dry_run": true, "estimated_usage": ["cost": 2, "tokens": 13]])
        #expect(try await rehearsal.ask(.get, "jobs").json["data"] == [])
    }

    @Test("usage is epochs times training tokens and evaluations times validation tokens")
    func usage() throws {
        let rows = (0..<100).map { "\($0 % 10)aaa,bbbbbbbb" }.joined(separator: "\n")
        let training = try CSVTable(Data("q,a\n\(rows)\n".utf8))
        let validation = try CSVTable(Data("q,a\naaaa,bbbb\n".utf8))
        var plan = Hyperparameters()
        plan.epochs = 3
        plan.evaluations = 5
        let both = Quote.usage(
            training: training, validation: validation, columns: ["q", "a"], plan: plan, pricePerMillion: 5000
        )
        #expect(both.billedTokens == 3 * 300 + 5 * 2)
        #expect(both.cost == 4.55)
        #expect(both.steps == 75)
        let alone = Quote.usage(
            training: training, validation: nil, columns: ["a"], plan: plan, pricePerMillion: 1)
        #expect(alone.billedTokens == 3 * 198 + 2)
        #expect(alone.cost == 2)
    }

    @Test("the answer holds the job under `job`, or at the top", arguments: ["nested", "flat"])
    func nesting(word: String) async throws {
        let rehearsal = try await Rehearsal(["job_answer": .string(word), "job_read": .string(word)])
        let plan = await rehearsal.plan(try await rehearsal.dataset())
        let created = try await rehearsal.ask(.post, "jobs", plan).json
        #expect(created["dry_run"] == false)
        let job = try #require(word == "nested" ? created["job"] : created)
        #expect(job["status"] == "queued")
        #expect(job["started_at"] == .null)
        let read = try await rehearsal.ask(.get, "jobs/\(job["id"]?.string ?? "")").json
        #expect((word == "nested" ? read["job"]?["id"] : read["id"]) == job["id"])
    }

    @Test("with time, a job is queued, starting, running, completed")
    func clock() async throws {
        let rehearsal = try await Rehearsal(["seconds_per_step": 10])
        let id = try await rehearsal.job(["n_epochs": 2])
        var seen: [JSON?] = []
        for seconds in [0.0, 20, 10, 10, 20, 10] {
            rehearsal.time.pass(seconds)
            let job = try await rehearsal.ask(.get, "jobs/\(id)").json
            seen.append(contentsOf: [job["status"], job["progress"]])
        }
        let running: [JSON] = ["running", 0, "running", 0.25, "running", 0.75]
        #expect(seen == ["queued", 0, "starting", 0] + running + ["completed", 1])
        let job = try await rehearsal.ask(.get, "jobs/\(id)").json
        #expect(job["started_at"] == "2026-01-14T14:50:30.000000Z")
        #expect(job["completed_at"] == "2026-01-14T14:51:10.000000Z")
    }

    @Test("a fast job moves on with each look, while time stands still")
    func fast() async throws {
        let rehearsal = try await Rehearsal(["fast": true])
        let id = try await rehearsal.job(["n_epochs": 2])
        var seen: [JSON?] = []
        for _ in 0..<6 { seen.append(try await rehearsal.ask(.get, "jobs/\(id)").json["status"]) }
        #expect(seen == ["queued", "starting", "running", "running", "running", "completed"])
    }

    @Test("a list, metrics and a refused download are no looks")
    func noLook() async throws {
        let rehearsal = try await Rehearsal(["fast": true])
        let id = try await rehearsal.job()
        for _ in 0..<6 {
            let list = try await rehearsal.ask(.get, "jobs").json["data"]?.array
            #expect(list?.first?["status"] == "queued")
            #expect(try await rehearsal.ask(.get, "jobs/\(id)/metrics").json["data"] == [])
            #expect(try await rehearsal.ask(.get, "jobs/\(id)/download").status == 409)
        }
    }

    @Test("words and outcomes are the scenario's")
    func words() async throws {
        let rehearsal = try await Rehearsal(["running_word": "training", "completed_word": "succeeded"])
        let id = try await rehearsal.job()
        rehearsal.time.pass(4)
        #expect(try await rehearsal.ask(.get, "jobs/\(id)").json["status"] == "training")
        rehearsal.time.pass(100)
        #expect(try await rehearsal.ask(.get, "jobs/\(id)").json["status"] == "succeeded")
        #expect(try await rehearsal.ask(.get, "jobs/\(id)/download").status == 302)
    }

    @Test("a job that fails says so, and has no model", arguments: ["failed", "cancelled"])
    func outcome(word: String) async throws {
        let rehearsal = try await Rehearsal(["outcome": .string(word)])
        let id = try await rehearsal.finishedJob()
        let job = try await rehearsal.ask(.get, "jobs/\(id)").json
        #expect(job["status"]?.string == word)
        #expect((job["error"] == .null) == (word == "cancelled"))
        #expect(try await rehearsal.ask(.get, "jobs/\(id)/download").status == 409)
    }

    @Test("a job is cancelled once")
    func cancel() async throws {
        let rehearsal = try await Rehearsal()
        let id = try await rehearsal.job()
        #expect(try await rehearsal.ask(.post, "jobs/\(id)/cancel").json == ["status": "cancelled"])
        #expect(try await rehearsal.ask(.post, "jobs/\(id)/cancel").status == 409)
        rehearsal.time.pass(10_000)
        #expect(try await rehearsal.ask(.get, "jobs/\(id)").json["status"] == "cancelled")
        #expect(try await rehearsal.ask(.post, "jobs/nothing/cancel").status == 404)
    }

    @Test("jobs are listed, the newest first, by limit and status")
    func list() async throws {
        let rehearsal = try await Rehearsal()
        let first = try await rehearsal.job()
        rehearsal.time.pass(100)
        let second = try await rehearsal.job()
        func ids(_ query: String) async throws -> [String?] {
            let list = try await rehearsal.ask(.get, "jobs?pagination=False&\(query)").json["data"]?.array
            return list?.map { $0["id"]?.string } ?? []
        }
        #expect(try await ids("limit=10") == [second, first])
        #expect(try await ids("limit=1") == [second])
        #expect(try await ids("status=completed") == [first])
        #expect(try await ids("status=queued") == [second])
    }

    @Test("credit runs out, in the shape of the scenario", arguments: ["nested", "flat"])
    func credit(shape: String) async throws {
        let rehearsal = try await Rehearsal(["credit": 3, "credit_error": .string(shape)])
        let plan = await rehearsal.plan(try await rehearsal.dataset())
        #expect(try await rehearsal.ask(.post, "jobs", plan).status == 201)
        let answer = try await rehearsal.ask(.post, "jobs", plan)
        #expect(answer.status == 429)
        if shape == "nested" {
            #expect(answer.json["error"]?["error_type"] == "INSUFFICIENT_CREDIT")
        } else {
            #expect(answer.json["code"] == "TOO_MANY_REQUESTS")
        }
        let dry = plan.merging(["dry_run": true])
        #expect(try await rehearsal.ask(.post, "jobs", dry).status == 200)
        #expect(try await rehearsal.ask(.get, "jobs").json["data"]?.array?.count == 1)
    }

    @Test("an export is checked, runs, and is done; the token is nowhere")
    func export() async throws {
        let rehearsal = try await Rehearsal()
        let id = try await rehearsal.finishedJob()
        let path = "jobs/\(id)/exports/hugging-face"
        let body: JSON = [
            "huggingface_user_id": "ada", "huggingface_access_token": "hf_canary",
            "huggingface_repository_id": "ada/pubmed",
        ]
        for key in ["huggingface_user_id", "huggingface_access_token", "huggingface_repository_id"] {
            #expect(try await rehearsal.ask(.post, path, body.merging([key: ""])).status == 422)
        }
        let wrong = body.merging(["huggingface_repository_id": "pubmed"])
        #expect(try await rehearsal.ask(.post, path, wrong).status == 422)
        #expect(try await rehearsal.ask(.post, path, body).status == 202)
        func status() async throws -> JSON? {
            try await rehearsal.ask(.get, "jobs/\(id)").json["exports"]?.array?.first?["status"]
        }
        #expect(try await status() == "running")
        rehearsal.time.pass(4)
        #expect(try await status() == "completed")
        let files = FileManager.default.enumerator(atPath: rehearsal.folder.path)
        for case let name as String in try #require(files) {
            let data = (try? Data(contentsOf: URL(filePath: rehearsal.folder.path(name)))) ?? Data()
            #expect(!String(decoding: data, as: UTF8.self).contains("hf_canary"), "\(name)")
        }
    }
}
