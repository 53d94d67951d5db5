import Testing
import TuneBytes
import TuneCosts
import TuneTransfer

@testable import TuneServices

/// The answers to a job that is asked for.
@Suite("an estimate and a job are read from one answer")
struct SubmissionWireTests {
    private let mask = SecretMask([Secret("CANARYvalue")])

    @Test("a submission's estimate is read exactly, and its job flat or nested")
    func submissions() throws {
        let dry = JSON(
            answer: Array(#"{"dry_run":true,"estimated_usage":{"cost":"2.10","tokens":1000000}}"#.utf8))
        let quoted = Submission(try #require(dry), isDryRun: true, hiding: mask)
        #expect(
            quoted.job == nil && quoted.estimate?.cost?.decimal == "2.10"
                && quoted.estimate?.tokens == 1_000_000)
        for text in [
            #"{"id":"j-1","status":"queued"}"#, #"{"dry_run":false,"job":{"id":"j-1","status":"queued"}}"#,
        ] {
            let made = Submission(try #require(JSON(answer: Array(text.utf8))), isDryRun: false, hiding: mask)
            #expect(made.job?.id == "j-1" && made.estimate == nil)
        }
    }

    @Test("an estimate with more decimals than a millionth is rounded to one")
    func longEstimates() throws {
        let value = try #require(JSON(answer: Array(#"{"cost":2.00000049,"tokens":"7"}"#.utf8)))
        #expect(Estimate(value)?.cost?.microDollars == 2_000_000)
    }
}
