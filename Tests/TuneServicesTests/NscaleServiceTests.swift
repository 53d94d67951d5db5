import Testing

@testable import TuneServices

/// What is no JSON or no list.
@Suite("an answer that says nothing is told from one that says no")
struct NscaleServiceTests {
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
}
