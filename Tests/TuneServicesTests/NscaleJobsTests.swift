import Synchronization
import Testing
import TuneTransfer

@testable import TuneServices

/// Listing, cancelling, exporting.
@Suite("jobs are listed, cancelled and exported")
struct NscaleJobsTests {
    private static func status(_ word: String) -> Reply { .json(#"{"id":"j-1","status":"\#(word)"}"#) }

    @Test("a filter is sent to the service, and a strange one never")
    func filter() async throws {
        let transport = ServiceStub { asked, _ in .json(#"{"data":[{"id":"j-1"}]}"#) }
        let nscale = try NscaleService.fake(transport)
        #expect(try await nscale.jobs(JobStatus(word: "running"), limit: 5).count == 1)
        let error = await serviceError { () async throws(ServiceError) in
            _ = try await nscale.jobs(JobStatus(word: "x&y=z"))
        }
        #expect(error == .badID("x&y=z", of: "a status") && transport.requests.count == 1)
    }

    @Test("an id that cannot be one never reaches the service", arguments: ["", "..", "a/b", "j 1", "j?x"])
    func ids(_ id: String) async throws {
        let transport = ServiceStub { _, _ in .json("{}") }
        let nscale = try NscaleService.fake(transport)
        #expect(
            await serviceError { () async throws(ServiceError) in _ = try await nscale.job(id) }
                == .badID(id, of: "a job"))
        #expect(transport.requests.isEmpty)
    }

    @Test("cancelling reads the job first and leaves an ended one alone")
    func cancelling() async throws {
        let transport = ServiceStub(["GET /jobs/j-1": Self.status("failed")])
        #expect(try await NscaleService.fake(transport).cancel("j-1").status.word == "failed")
        #expect(transport.count("POST", "/jobs/j-1/cancel") == 0)
    }

    @Test("a cancellation whose answer is lost is looked up, not sent again")
    func lostCancellation() async throws {
        let isCancelled = Mutex(false)
        let transport = ServiceStub { asked, _ in
            if asked.method == "POST" {
                isCancelled.withLock { $0 = true }
                return .failing()
            }
            return Self.status(isCancelled.withLock { $0 } ? "cancelled" : "running")
        }
        #expect(try await NscaleService.fake(transport).cancel("j-1").status.word == "cancelled")
        #expect(transport.count("POST", "/jobs/j-1/cancel") == 1)
    }

    @Test("an export sends the hub's token in that one body, from completed jobs only")
    func export() async throws {
        let transport = ServiceStub([
            "GET /jobs/j-1": Self.status("completed"),
            "POST /jobs/j-1/exports/hugging-face": .json("{}", status: 202),
        ])
        let export = try #require(HubExport(to: "me/model", token: Secret("hf_CANARYcanary123")))
        try await NscaleService.fake(transport).export("j-1", to: export)
        #expect(
            transport.requests.map(\.body) == [
                "",
                #"{"huggingface_user_id":"me","huggingface_access_token":"hf_CANARYcanary123","huggingface_repository_id":"me/model"}"#,
            ])
        #expect(transport.requests.allSatisfy { !$0.address.contains("CANARY") })
        let running = try NscaleService.fake(["GET /jobs/j-1": Self.status("running")])
        #expect(
            await serviceError { () async throws(ServiceError) in try await running.export("j-1", to: export)
            } == .notComplete(job: "j-1", status: JobStatus(word: "running")))
    }

    @Test("a base model is named in any case, with or without its organization, or by its id")
    func models() async throws {
        let id = "5b912da4-a74a-43eb-9224-38239535d934"
        let service = try NscaleService.fake([
            "GET /base-models": .json(
                #"{"data":[{"id":"\#(id)","name":"Meta-Llama-3.1-8B","description":"d"},{"name":"no id"}]}"#)
        ])
        let models = try await service.baseModels()
        #expect(models.count == 1)
        for word in ["meta-llama-3.1-8b", "meta-llama/Meta-Llama-3.1-8B", id.uppercased()] {
            #expect(models[0].isNamed(word))
        }
        #expect(!models[0].isNamed("Meta-Llama-3.1-8B-Instruct"))
    }
}
