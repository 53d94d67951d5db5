import Testing

@testable import TuneServices

@Suite("the status of jobs")
struct JobStatusTests {
    @Test("a word that is not known is not an end")
    func unknown() {
        #expect(!JobStatus(word: "paused").isFinal)
        #expect(JobStatus(word: "succeeded").isFinal)
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
