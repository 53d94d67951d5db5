import Synchronization
import Testing
import TuneCosts
import TuneTransfer

@testable import TuneServices

/// Jobs cost money: what happens when an answer gets lost.
@Suite("a job is never asked for twice")
struct NscaleJobCreationTests {
    static let request = JobRequest(
        name: "n", baseModel: "b", dataset: "d", promptColumn: "q", answerColumn: "a")

    /// A service whose `POST /jobs` creates the job and then answers so.
    private func service(_ reply: Reply, creates: Bool = true, lists: Bool = true) -> ServiceStub {
        let isMade = Mutex(false)
        return ServiceStub { asked, _ in
            switch "\(asked.method) \(asked.path)" {
            case "POST /jobs":
                isMade.withLock { $0 = creates }
                return reply
            case "GET /jobs":
                let made = isMade.withLock { $0 }
                if made, !lists { return .json("{}", status: 500) }
                let mine = made ? #",{"id":"j-2","name":"n","status":"queued","created_at":"T"}"# : ""
                return .json(
                    #"{"data":[{"id":"j-1","name":"n","status":"failed"},{"id":"j-3","name":"m"}\#(mine)]}"#)
            default: return .json("{}", status: 404)
            }
        }
    }

    static let lost: [Reply] = [
        .failing(.broken("no answer came")), .json("", status: 502), .json("", status: 504),
        .json("", status: 503),
        .json(#"{"code":"internal","message":null}"#, status: 500), .json("", status: 408), .json(""),
        .json("created"),
    ]

    @Test("a job whose answer is lost is found in the list and named", arguments: lost)
    func found(_ reply: Reply) async throws {
        let transport = service(reply)
        let nscale = try NscaleService.fake(transport)
        let error = await serviceError { () async throws(ServiceError) in
            _ = try await nscale.create(Self.request)
        }
        guard case .uncertain(let job) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(job.found?.map(\.id) == ["j-2"])
        #expect(error?.message.contains("the job may exist: found j-2") == true)
        #expect(transport.count("POST", "/jobs") == 1)
    }

    @Test("a job that is not in the list is not said to exist")
    func notFound() async throws {
        let transport = service(.json(#"{"code":"internal","message":null}"#, status: 500), creates: false)
        let nscale = try NscaleService.fake(transport)
        let error = await serviceError { () async throws(ServiceError) in
            _ = try await nscale.create(Self.request)
        }
        guard case .uncertain(let job) = try #require(error) else { return #expect(Bool(false)) }
        #expect(job.found == [] && error?.help.contains { $0.contains("jobs list") } == true)
        #expect(transport.count("POST", "/jobs") == 1)
    }

    @Test("a list that may go on does not say that a job is not there")
    func longList() async throws {
        let others = (0..<100).map { #"{"id":"o-\#($0)","name":"m"}"# }.joined(separator: ",")
        let transport = ServiceStub { asked, _ in
            asked.method == "GET" ? .json("[\(others)]") : .json("", status: 500)
        }
        let nscale = try NscaleService.fake(transport)
        let error = await serviceError { () async throws(ServiceError) in
            _ = try await nscale.create(Self.request)
        }
        guard case .uncertain(let job) = try #require(error) else { return #expect(Bool(false)) }
        #expect(job.found == nil && transport.count("POST", "/jobs") == 1)
    }

    @Test("when the list cannot be had either, that is said")
    func noList() async throws {
        let transport = service(.json("", status: 502), lists: false)
        let nscale = try NscaleService.fake(transport)
        let error = await serviceError { () async throws(ServiceError) in
            _ = try await nscale.create(Self.request)
        }
        guard case .uncertain(let job) = try #require(error) else { return #expect(Bool(false)) }
        #expect(job.found == nil && error?.message.contains("is not known") == true)
        #expect(transport.count("POST", "/jobs") == 1)
    }

    @Test("a refusal is a refusal", arguments: [400, 401, 403, 404, 409, 413, 422])
    func refused(_ status: Int) async throws {
        let transport = service(.json("{}", status: status), creates: false)
        let nscale = try NscaleService.fake(transport)
        let error = await serviceError { () async throws(ServiceError) in
            _ = try await nscale.create(Self.request)
        }
        guard case .refused(let refusal) = try #require(error) else { return #expect(Bool(false)) }
        #expect(refusal.status == status && transport.count("POST", "/jobs") == 1)
    }

    @Test("neither is a server's wish to come back later followed", arguments: [429, 503])
    func retryAfter(_ status: Int) async throws {
        let transport = service(
            Reply(status: status, headers: ["Retry-After": "1"], body: Array("{}".utf8)),
            creates: status == 503)
        let nscale = try NscaleService.fake(transport)
        _ = await serviceError { () async throws(ServiceError) in _ = try await nscale.create(Self.request) }
        #expect(transport.count("POST", "/jobs") == 1)
    }

    @Test("a service that cannot be reached has created nothing")
    func unreachable() async throws {
        let transport = service(.failing(.unreachable("connection refused")), creates: false)
        let nscale = try NscaleService.fake(transport)
        let error = await serviceError { () async throws(ServiceError) in
            _ = try await nscale.create(Self.request)
        }
        guard case .transfer(.gaveUp, _) = try #require(error) else { return #expect(Bool(false)) }
    }

    @Test("a job that was created is told, flat or nested")
    func created() async throws {
        for body in [#"{"id":"j-9","status":"queued"}"#, #"{"job":{"id":"j-9"}}"#] {
            let nscale = try NscaleService.fake(service(.json(body, status: 201)))
            #expect(try await nscale.create(Self.request).job?.id == "j-9")
        }
    }

    @Test("a quote creates nothing and says so to the service")
    func quotes() async throws {
        let transport = service(.json(#"{"dry_run":true,"estimated_usage":{"cost":2.0,"tokens":9}}"#))
        let estimate = try await NscaleService.fake(transport).quote(Self.request)
        #expect(estimate?.cost?.decimal == "2.00" && estimate?.tokens == 9)
        #expect(transport.requests.allSatisfy { $0.body.contains(#""dry_run":true"#) })
    }
}
