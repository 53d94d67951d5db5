import Testing
import TuneBytes
import TuneTransfer

@testable import TuneServices

/// The shapes in which Nscale tells a job.
@Suite("a job is read in every documented shape")
struct JobWireTests {
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
        let job = try #require(Job(value, hiding: mask))
        #expect(job.wire["colour"]?.text == "red")
        let signed = try #require(
            JSON(answer: Array(#"{"id":"j","more":[{"model_url":"https://s.example/x?sig=CANARY"}]}"#.utf8)))
        #expect(
            try #require(Job(signed, hiding: mask)).wire["more"]?.elements[0]["model_url"]?.text
                == "https://s.example/x")
        #expect(job.name == nil && job.startedAt == nil && job.progress == nil)
        let name = "sk-learn-trials token=5 'x' https://a.example/?y about CANARY"
        let named = try #require(JSON(answer: Array(#"{"id":"j","name":"\#(name)"}"#.utf8)))
        #expect(try #require(Job(named, hiding: mask)).name == name)
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
        #expect(Job(value, hiding: mask)?.error == words)
    }
}
