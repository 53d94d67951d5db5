import Testing
import TuneServices

@Suite("The status of jobs")
struct JobStatusTests {
    @Test("a word that is not known is not an end")
    func unknown() {
        #expect(!JobStatus(word: "paused").isFinal)
        #expect(JobStatus(word: "succeeded").isFinal)
    }
}
