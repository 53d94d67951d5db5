import HTTPTypes
import Testing

@testable import tuneprep_sandbox

@Suite("Datasets")
struct DatasetRoutesTests {
    @Test("a dataset has every member that is required, null where there is no validation file")
    func create() async throws {
        let rehearsal = try await Rehearsal()
        let id = try await rehearsal.dataset()
        let json = try await rehearsal.ask(.get, "datasets/\(id)").json
        let required = [
            "created_at", "id", "name", "total_bytes", "training_file_id", "updated_at", "validation_file_id",
            "workspace_id",
        ]
        for key in required { #expect(json[key] != nil, "\(key)") }
        #expect(json["validation_file_id"] == .null)
        #expect(json["total_bytes"]?.integer == Rehearsal.table.utf8.count)
        #expect(json["training_file"]?["name"] == "train.csv")
    }

    @Test("both files count, and must have the same columns")
    func validation() async throws {
        let rehearsal = try await Rehearsal()
        let id = try await rehearsal.dataset(validation: "question,answer\nq,a\n")
        let json = try await rehearsal.ask(.get, "datasets/\(id)").json
        #expect(json["total_bytes"]?.integer == Rehearsal.table.utf8.count + 20)
        #expect(try await rehearsal.dataset(validation: "prompt,answer\nq,a\n") == "")
    }

    @Test("a change wants `unset`, and clears what it names")
    func change() async throws {
        let rehearsal = try await Rehearsal()
        let path = "datasets/" + (try await rehearsal.dataset(validation: Rehearsal.table))
        #expect(try await rehearsal.ask(.patch, path, ["name": "other"]).status == 422)
        #expect(try await rehearsal.ask(.patch, path, ["unset": ["name": true]]).status == 422)
        let named = try await rehearsal.ask(.patch, path, ["unset": [:], "name": "other"]).json
        #expect(named["name"] == "other")
        #expect(named["validation_file_id"] != .null)
        let cleared = try await rehearsal.ask(.patch, path, ["unset": ["validation_file_id": true]]).json
        #expect(cleared["validation_file_id"] == .null)
        #expect(cleared["name"] == "other")
    }

    @Test("a dataset of files that are not there is refused")
    func missing() async throws {
        let rehearsal = try await Rehearsal()
        let answer = try await rehearsal.ask(.post, "datasets", ["name": "d", "training_file_id": "nothing"])
        #expect(answer.status == 422)
        #expect(try await rehearsal.ask(.post, "datasets", ["training_file_id": "nothing"]).status == 422)
    }

    @Test("datasets are listed and deleted, but not while a job uses them")
    func life() async throws {
        let rehearsal = try await Rehearsal()
        let job = try await rehearsal.job()
        let list = try await rehearsal.ask(.get, "datasets?limit=10").json["data"]?.array
        let id = list?.first?["id"]?.string ?? ""
        #expect(try await rehearsal.ask(.delete, "datasets/\(id)").status == 409)
        _ = try await rehearsal.ask(.post, "jobs/\(job)/cancel")
        #expect(try await rehearsal.ask(.delete, "datasets/\(id)").status == 204)
        #expect(try await rehearsal.ask(.get, "datasets/\(id)").status == 404)
    }
}
