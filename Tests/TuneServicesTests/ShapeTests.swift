import Testing
import TuneBytes
import TuneCosts
import TuneTransfer

@testable import TuneServices

/// Every shape in which the service may answer.
@Suite("every documented shape is read")
struct ShapeTests {
    static let job = #"{"id":"j-1","name":"n","status":"running","base_model":"M","progress":0.5}"#

    private let mask = SecretMask([Secret("CANARYvalue")])

    @Test("a job is read flat and nested", arguments: [job, #"{"job":\#(job)}"#])
    func jobs(_ text: String) async throws {
        let job = try await NscaleService.fake(["GET /jobs/j-1": .json(text)]).job("j-1")
        #expect(job.id == "j-1" && job.name == "n" && job.status.word == "running")
        #expect(job.baseModel == "M" && job.progress == 0.5 && job.error == nil)
    }

    @Test("fields that are not known are kept, and those that are missing are nil")
    func unknownFields() throws {
        let value = try #require(JSON(answer: Array(#"{"id":"j-1","colour":"red"}"#.utf8)))
        let job = try #require(Job(value, mask))
        #expect(job.wire["colour"]?.text == "red")
        let signed = try #require(
            JSON(answer: Array(#"{"id":"j","more":[{"model_url":"https://s.example/x?sig=CANARY"}]}"#.utf8)))
        #expect(
            try #require(Job(signed, mask)).wire["more"]?.elements[0]["model_url"]?.text
                == "https://s.example/x")
        #expect(job.name == nil && job.startedAt == nil && job.progress == nil)
        let name = "sk-learn-trials token=5 'x' https://a.example/?y about CANARY"
        let named = try #require(JSON(answer: Array(#"{"id":"j","name":"\#(name)"}"#.utf8)))
        #expect(try #require(Job(named, mask)).name == name)
    }

    @Test(
        "a job's error is read whatever its shape",
        arguments: [
            (#""out of memory""#, "out of memory"), (#"{"message":"out of memory"}"#, "out of memory"),
            (#"{"strange":1}"#, #"{"strange":1}"#),
            (
                #""PUT HTTPS://s.example/x?X-Amz-Signature=abc failed, token CANARYvalue""#,
                "PUT HTTPS://s.example/x failed, token ***"
            ),
        ])
    func jobErrors(_ error: String, _ words: String) throws {
        let value = try #require(JSON(answer: Array(#"{"id":"j","status":"failed","error":\#(error)}"#.utf8)))
        #expect(Job(value, mask)?.error == words)
    }

    @Test("metrics are read under both sets of names, as numbers and as texts")
    func metrics() async throws {
        let object =
            #"{"data":[{"step":10,"training_loss":"1.92","validation_loss":"1.88","perplexity":"6.55"}],"#
            + #""training_steps":40,"training_tokens":"81920","validation_steps":2}"#
        let list = #"[{"step":"10","train_loss":1.92,"eval_loss":1.88,"perplexity":6.55}]"#
        for text in [object, list] {
            let metrics = try await NscaleService.fake(["GET /jobs/j-1/metrics": .json(text)]).metrics(
                of: "j-1")
            let point = try #require(metrics.points.first)
            #expect(point.step == 10 && point.trainingLoss == 1.92 && point.validationLoss == 1.88)
            #expect(point.perplexity == 6.55 && metrics.unreadable == 0)
        }
    }

    @Test("the totals of metrics are read, also in quotes")
    func metricTotals() async throws {
        let text = #"{"data":null,"training_steps":40,"training_tokens":"81920","validation_steps":2}"#
        let metrics = try await NscaleService.fake(["GET /jobs/j-1/metrics": .json(text)]).metrics(of: "j-1")
        #expect(metrics.points.isEmpty && metrics.trainingTokens == 81920)
        #expect(metrics.trainingSteps == 40 && metrics.validationSteps == 2)
    }

    @Test(
        "a measurement that is no number is nil and counted",
        arguments: ["NaN", #""NaN""#, #""nan""#, "1e999", #""?""#])
    func unreadableNumbers(_ value: String) async throws {
        let text =
            #"[{"step":1,"train_loss":\#(value),"note":"a \"NaN\" in a text"},{"step":2,"train_loss":null}]"#
        let metrics = try await NscaleService.fake(["GET /jobs/j-1/metrics": .json(text)]).metrics(of: "j-1")
        #expect(metrics.points.map(\.step) == [1, 2])
        #expect(metrics.points.allSatisfy { $0.trainingLoss == nil } && metrics.unreadable == 1)
    }

    @Test("a submission's estimate is read exactly, and its job flat or nested")
    func submissions() throws {
        let dry = JSON(
            answer: Array(#"{"dry_run":true,"estimated_usage":{"cost":"2.10","tokens":1000000}}"#.utf8))
        let quoted = Submission(try #require(dry), isDryRun: true, mask)
        #expect(
            quoted.job == nil && quoted.estimate?.cost?.decimal == "2.10"
                && quoted.estimate?.tokens == 1_000_000)
        for text in [
            #"{"id":"j-1","status":"queued"}"#, #"{"dry_run":false,"job":{"id":"j-1","status":"queued"}}"#,
        ] {
            let made = Submission(try #require(JSON(answer: Array(text.utf8))), isDryRun: false, mask)
            #expect(made.job?.id == "j-1" && made.estimate == nil)
        }
    }

    @Test("an estimate with more decimals than a millionth is rounded to one")
    func longEstimates() throws {
        let value = try #require(JSON(answer: Array(#"{"cost":2.00000049,"tokens":"7"}"#.utf8)))
        #expect(Estimate(value)?.cost?.microDollars == 2_000_000)
    }

    @Test("a file's columns may be null; what it says is compared")
    func files() async throws {
        let text =
            #"{"id":"f-1","name":"t.csv","bytes":"12","columns":[{"name":"q","type":"string","values":[]},{"name":"a"}]}"#
        let file = try await NscaleService.fake(["GET /files/f-1": .json(text)]).file("f-1")
        #expect(file.columns == ["q", "a"] && file.bytes == 12)
        #expect(file.difference(bytes: 12, columns: ["q", "a"]) == nil)
        #expect(file.difference(bytes: 13, columns: ["q", "a"])?.what == "bytes")
        #expect(file.difference(bytes: 12, columns: ["a", "q"])?.what == "columns")
        let silent = try await NscaleService.fake(["GET /files/f-1": .json(#"{"id":"f-1","columns":null}"#)])
            .file("f-1")
        #expect(silent.difference(bytes: 12, columns: ["q"]) == nil)
    }

    @Test("lists stand under data or bare", arguments: [#"{"data":[{"id":"d-1"},{}]}"#, #"[{"id":"d-1"}]"#])
    func lists(_ text: String) async throws {
        let service = try NscaleService.fake(["GET /datasets": .json(text)])
        #expect(try await service.datasets().map(\.id) == ["d-1"])
    }

    @Test("what is no list is not an empty one", arguments: ["", "<html>", #"{"error":"x"}"#, "3"])
    func noList(_ text: String) async throws {
        let service = try NscaleService.fake(["GET /datasets": .json(text)])
        let error = await serviceError { () async throws(ServiceError) in _ = try await service.datasets() }
        #expect(error == .incomplete(request: "GET /datasets", missing: "list"))
        let empty = try NscaleService.fake(["GET /datasets": .json(#"{"data":null}"#)])
        #expect(try await empty.datasets().isEmpty)
    }

    @Test("a successful answer that is no JSON says nothing", arguments: ["", "OK", "<html>"])
    func noJSON(_ text: String) async throws {
        let service = try NscaleService.fake(["DELETE /files/f-1": .json(text), "GET /jobs/j": .json(text)])
        try await service.deleteFile("f-1")
        let error = await serviceError { () async throws(ServiceError) in _ = try await service.job("j") }
        #expect(error == .incomplete(request: "GET /jobs/j", missing: "id"))
    }

    @Test("statuses: success, end, unknown")
    func statuses() {
        for word in ["completed", "succeeded", "COMPLETED"] { #expect(JobStatus(word: word).isSuccess) }
        for word in ["failed", "cancelled", "canceled"] {
            #expect(JobStatus(word: word).isFinal && !JobStatus(word: word).isSuccess)
        }
        for word in ["queued", "starting", "running"] {
            #expect(!JobStatus(word: word).isFinal && !JobStatus(word: word).isUnknown)
        }
        #expect(JobStatus(word: "pondering").isUnknown && !JobStatus(word: "pondering").isFinal)
    }
}
