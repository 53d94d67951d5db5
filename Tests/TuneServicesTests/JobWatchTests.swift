import Synchronization
import Testing
import TuneTransfer

@testable import TuneServices

/// A job that is looked at until it ends.
@Suite("a watch continues to the end of the job")
struct JobWatchTests {
    /// A service that answers one look after the other.
    private func looks(_ replies: [Reply]) -> ServiceStub {
        ServiceStub { _, number in replies[min(number, replies.count - 1)] }
    }

    private static func status(_ word: String) -> Reply { .json(#"{"id":"j-1","status":"\#(word)"}"#) }

    @Test("a watch goes through unknown statuses and failures to the end")
    func watch() async throws {
        let seen = Mutex<[String]>([])
        let job = try await JobWatch(
            NscaleService.fake(
                looks([
                    Self.status("queued"), Self.status("pondering"), Self.status("pondering"),
                    .json("gibberish"),
                    Self.status("succeeded"),
                ])), clock: .still
        ).untilEnd(of: "j-1") { note in
            seen.withLock { seen in
                switch note {
                case .changed(let job): seen.append(job.status.word)
                case .blinked: seen.append("blinked")
                }
            }
        }
        #expect(job.status.isSuccess)
        #expect(seen.withLock { $0 } == ["queued", "pondering", "blinked", "succeeded"])
    }

    @Test("a watch outlives a service that fails for a while")
    func blips() async throws {
        let replies =
            [Self.status("running")] + [Reply](repeating: .json("", status: 503), count: 12) + [
                Self.status("completed")
            ]
        #expect(
            try await JobWatch(NscaleService.fake(looks(replies)), clock: .still).untilEnd(of: "j-1").status
                .isSuccess)
        let cuts =
            [Self.status("running")] + [Reply](repeating: .failing(), count: 12) + [Self.status("completed")]
        #expect(
            try await JobWatch(NscaleService.fake(looks(cuts)), clock: .still).untilEnd(of: "j-1").status
                .isSuccess)
    }

    @Test("a watch gives up on a service that stays away")
    func gone() async throws {
        var watch = JobWatch(
            try NscaleService.fake(looks([Self.status("running"), .json("", status: 503)])), clock: .still)
        watch.failuresBorne = 3
        let fixed = watch
        let error = await serviceError { () async throws(ServiceError) in
            _ = try await fixed.untilEnd(of: "j-1")
        }
        guard case .refused(let refusal) = try #require(error) else { return #expect(Bool(false)) }
        #expect(refusal.status == 503)
    }

    @Test("a job that vanishes is an error, one that never was is another")
    func vanished() async throws {
        let missing = Reply.json("{}", status: 404)
        let watch = JobWatch(try NscaleService.fake(looks([Self.status("running"), missing])), clock: .still)
        #expect(
            await serviceError { () async throws(ServiceError) in _ = try await watch.untilEnd(of: "j-1") }
                == .vanished(job: "j-1"))
        let other = JobWatch(try NscaleService.fake(looks([missing])), clock: .still)
        guard
            case .refused = await serviceError({ () async throws(ServiceError) in
                _ = try await other.untilEnd(of: "j-1")
            })
        else { return #expect(Bool(false)) }
    }

    @Test("a refused token ends a watch at once")
    func token() async throws {
        let transport = looks([Self.status("running"), .json("{}", status: 401)])
        let watch = JobWatch(try NscaleService.fake(transport), clock: .still)
        _ = await serviceError { () async throws(ServiceError) in _ = try await watch.untilEnd(of: "j-1") }
        #expect(transport.requests.count == 2)
    }
}
