import HTTPTypes
import Testing

@testable import tuneprep_sandbox

@Suite("Metrics")
struct MetricsTests {
    private let plan: JSON = ["n_epochs": 20, "n_evals": 4]

    private func metrics(_ switches: JSON) async throws -> JSON {
        let rehearsal = try await Rehearsal(switches)
        let id = try await rehearsal.finishedJob(plan, validation: Rehearsal.table)
        return try await rehearsal.ask(.get, "jobs/\(id)/metrics").json
    }

    @Test("shape a is an object with strings; losses fall; as many evaluations as asked for")
    func shapeA() async throws {
        let json = try await metrics([:])
        let data = try #require(json["data"]?.array)
        #expect(json["training_steps"] == 40)
        #expect(json["validation_steps"] == 4)
        #expect(json["training_tokens"] == 260)
        let losses = data.compactMap { $0["training_loss"]?.string.flatMap { Double($0) } }
        #expect(losses.count == data.count)
        let (first, last) = (try #require(losses.first), try #require(losses.last))
        #expect(first > last * 1.3)
        #expect(data.count { $0["validation_loss"] != .null } == 4)
        #expect(data.last?["step"] == 40)
        #expect(data.last?["perplexity"]?.string.flatMap { Double($0) } ?? 0 > 1)
    }

    @Test("shape b is a bare list with other names")
    func shapeB() async throws {
        let data = try #require(
            try await metrics(["metrics_shape": "b", "metrics_numbers": "numbers"]).array)
        #expect(data.allSatisfy { $0["train_loss"]?.number != nil && $0["training_loss"] == nil })
        #expect(data.count { $0["eval_loss"]?.number != nil } == 4)
    }

    @Test("losses may be null or words", arguments: [("nulls", JSON.null), ("words", "n/a")])
    func numbers(word: String, expected: JSON) async throws {
        let data = try await metrics(["metrics_numbers": .string(word)])["data"]?.array
        #expect(data?.allSatisfy { $0["training_loss"] == expected } == true)
    }

    @Test("the data may be null, in shape b the whole answer")
    func null() async throws {
        #expect(try await metrics(["metrics_null": true])["data"] == .null)
        #expect(try await metrics(["metrics_null": true, "metrics_shape": "b"]) == .null)
    }

    @Test("only steps that are done are told, the same ones each time")
    func running() async throws {
        let rehearsal = try await Rehearsal()
        let id = try await rehearsal.job(plan)
        rehearsal.time.pass(3 + 20)
        let first = try await rehearsal.ask(.get, "jobs/\(id)/metrics").json
        #expect(first["data"]?.array?.last?["step"] == 20)
        #expect(try await rehearsal.ask(.get, "jobs/\(id)/metrics").json == first)
    }

    @Test("without a validation file the model is evaluated once, at the end")
    func onceAtTheEnd() async throws {
        let rehearsal = try await Rehearsal()
        let id = try await rehearsal.finishedJob(plan)
        let data = try await rehearsal.ask(.get, "jobs/\(id)/metrics").json["data"]?.array
        let evaluated = data?.filter { $0["validation_loss"] != .null }.map { $0["step"] }
        #expect(evaluated == [40])
    }
}
