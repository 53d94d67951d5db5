import Synchronization
import TestSupport
import Testing
import TuneCosts
import TuneReport
import TuneServices

@testable import TuneDelivery
@testable import TuneDeliveryReport
@testable import TunePipeline

/// What a job would cost, before it is asked for.
@Suite("a job is quoted by the service and by ourselves")
struct JobQuoteRunTests {
    private let draft = JobDraft(
        model: "Meta-Llama-3.1-8B", dataset: "trials", prompt: "question", answer: "answer",
        hyperparameters: Hyperparameters())

    /// A service that answers a quote with this cost and these tokens.
    private func service(cost: String, tokens: String, columns: String? = nil) -> NscaleStub {
        var replies: [String: NscaleStub.Reply] = [
            "POST /jobs": .json(#"{"estimated_usage":{"cost":"\#(cost)","tokens":\#(tokens)}}"#)
        ]
        if let columns { replies["GET /files/f-1"] = .json(#"{"id":"f-1","columns":\#(columns)}"#) }
        return NscaleStub(replies)
    }

    /// Our own quote of a file of this many rows.
    private func options(rows: Int, in folder: TemporaryFolder) throws -> JobQuoteOptions {
        let text = "question,answer\n" + (0..<rows).map { "Why is it \($0)?,Because it is.\n" }.joined()
        let path = try folder.write(Array(text.utf8), to: "train.csv")
        var options = JobQuoteOptions(
            training: SourceFile(path: path), tokenizers: TokenizerChoice(environment: [:]))
        options.price = Money("4")
        return options
    }

    @Test("with the data here both quotes are there, without it the service's alone")
    func both() async throws {
        let folder = try TemporaryFolder()
        let service = try await service(cost: "5.00", tokens: "100").opened()
        let alone = try await JobQuoteRun(draft).result(at: service)
        #expect(alone.quotes.own == nil)
        #expect(alone.quotes.service?.cost == Money("5.00"))
        let run = JobQuoteRun(draft, options: try options(rows: 12, in: folder))
        let own = try #require(try await run.result(at: service).quotes.own)
        #expect(own.quote.provider == .nscale)
        #expect(own.quote.model == "Meta-Llama-3.1-8B")
        #expect(own.quote.trainingTokens.expected > 12)
    }

    @Test("columns the service does not tell are noted once")
    func unknownColumns() async throws {
        for (columns, count) in [("null", 1), (#"[{"name":"question"},{"name":"answer"}]"#, 0)] {
            let service = try await service(cost: "5.00", tokens: "100", columns: columns).opened()
            var notes: [String] = []
            _ = try await JobQuoteRun(draft).result(at: service) { notes.append($0) }
            #expect(notes.count == count)
            #expect(notes.allSatisfy { $0.hasSuffix("make sure of `question` and `answer`") })
        }
    }

    @Test(
        "numbers that are no quote are none",
        arguments: ["9000000000000000000", "-9223372036854775808", "-1", "1e300"])
    func absurd(_ number: String) async throws {
        let folder = try TemporaryFolder()
        let service = try await service(cost: number, tokens: number).opened()
        let run = JobQuoteRun(draft, options: try options(rows: 12, in: folder))
        let quotes = try await run.result(at: service).quotes
        #expect(quotes.service == nil)
        #expect(quotes.lines(in: Rendering()).count > 1)
        #expect(quotes.text(in: Rendering(JSONLinesStyle())).contains("own"))
    }
}
