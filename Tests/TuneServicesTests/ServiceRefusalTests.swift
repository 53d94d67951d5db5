import Testing
import TuneTransfer

@testable import TuneServices

/// What a refused request says to the user.
@Suite("errors of every shape say what to do")
struct ServiceRefusalTests {
    private func refusal(_ body: String, status: Int, headers: HeaderList = [:]) async throws
        -> ServiceRefusal
    {
        let service = try NscaleService.fake([
            "GET /jobs/j-1": Reply(status: status, headers: headers, body: Array(body.utf8))
        ])
        let error = await serviceError { () async throws(ServiceError) in _ = try await service.job("j-1") }
        guard case .refused(let refusal) = try #require(error) else { throw Missing() }
        return refusal
    }

    struct Missing: Error {}

    @Test(
        "the code and the words are found",
        arguments: [
            (#"{"code":"internal","message":null}"#, "internal", nil, nil),
            (#"{"code":"bad","message":"no such column"}"#, "bad", "no such column", nil),
            (#"{"error":"something broke"}"#, "something broke", nil, nil),
            (
                #"{"error":{"code":"TOO_MANY_REQUESTS","message":"no credit","param":null,"error_type":"INSUFFICIENT_CREDIT"}}"#,
                "TOO_MANY_REQUESTS", "no credit", "INSUFFICIENT_CREDIT"
            ),
            (
                #"{"error":"invalid_request","error_description":"bad scope"}"#, "invalid_request",
                "bad scope", nil
            ),
            ("upstream connect error", nil, "upstream connect error", nil),
            ("<html>oh</html>", nil, nil, nil), ("", nil, nil, nil),
        ] as [(String, String?, String?, String?)])
    func shapes(_ body: String, _ code: String?, _ message: String?, _ kind: String?) async throws {
        let refusal = try await refusal(body, status: 400)
        #expect(refusal.code == code && refusal.message == message && refusal.kind == kind)
        #expect(refusal.request == "GET /jobs/j-1" && refusal.status == 400)
        if let words = message ?? code { #expect(refusal.text.contains(words)) }
    }

    @Test(
        "every status has its words",
        arguments: [
            (400, "refuses"), (401, "does not accept the token"), (403, "not allowed"),
            (404, "nothing there"),
            (409, "contradicts"), (413, "more than the service takes"), (422, "refuses"),
            (429, "fewer requests"),
            (500, "the service failed"), (502, "gateway"), (503, "not available"), (504, "gateway"),
            (418, "not known"), (302, "elsewhere"),
        ])
    func statuses(_ status: Int, _ words: String) async throws {
        let refusal = try await refusal(#"{"code":"internal","message":null}"#, status: status)
        #expect(refusal.text.contains(words) && refusal.text.contains("\(status)"))
        #expect(refusal.text.contains("internal") && !refusal.text.contains("null"))
        #expect(!refusal.text.hasSuffix("."))
        if [401, 403, 404, 409, 413, 429, 500, 502, 503, 504].contains(status) {
            #expect(!refusal.help.isEmpty)
        }
    }

    @Test("429 without credit is told from 429 for haste")
    func credit() async throws {
        let poor =
            #"{"error":{"code":"TOO_MANY_REQUESTS","message":"You have insufficient credit","error_type":"INSUFFICIENT_CREDIT"}}"#
        let out = try await refusal(poor, status: 429)
        #expect(out.isOutOfCredit && !out.mayPass && out.text.contains("no credit is left"))
        #expect(out.help.contains { $0.contains("buy credit") })
        let hasty = try await refusal("{}", status: 429, headers: ["Retry-After": "7"])
        #expect(!hasty.isOutOfCredit && hasty.mayPass && hasty.help.contains { $0.contains("wait 7 s") })
    }

    @Test("the request's id is told")
    func requestID() async throws {
        #expect(
            try await refusal("{}", status: 500, headers: ["X-Request-Id": "r-9"]).help.contains {
                $0.contains("r-9")
            })
    }

    @Test("at most 2 KiB of the body are kept, and its secrets are masked")
    func bodies() async throws {
        let hub = "hf_ABCDEFGHIJKLMNOPqrst"
        let body =
            "bad token \(ServiceStub.token), Bearer opaque-word, \(hub), https://s.example/x?X-Amz-Signature=deadbeef01&a=1 "
            + String(repeating: "x", count: 5000)
        let refusal = try await refusal(body, status: 400)
        #expect(refusal.body.utf8.count <= 2048)
        for secret in [ServiceStub.token, "CANARY", "opaque-word", hub, "deadbeef01"] {
            #expect(!refusal.body.contains(secret) && !refusal.text.contains(secret))
            #expect(!"\(refusal)".contains(secret))
        }
        #expect(refusal.body.contains("a=1"))
        let cut = try await self.refusal(
            String(repeating: "x ", count: 1018) + ServiceStub.token, status: 400)
        #expect(!cut.body.contains("eyJ"))
    }
}
