import Foundation
import TestSupport
import Testing
import TuneBytes
import TuneCosts
import TuneExamples
import TuneFindings
import TunePipeline
import TuneReport
import TuneRules
import TuneTokens

/// With a vocabulary of bytes, the tokens of a text are its bytes, and so can be counted by hand.
@Suite("runs with an exact tokenizer")
struct ExactRunTests {
    private static let rows = [
        ("Why is water wet?", "Because of hydrogen."), (" über\n", "日本, \"quoted\" "), ("a", "b"),
    ]
    private let bytes: Tokenizer
    /// `<|begin_of_text|>`, and around each message a header and `<|eot_id|>`.
    private static let opening = 1
    private static func frame(_ role: String) -> Int { 1 + role.utf8.count + 1 + 2 + 1 }

    init() throws {
        bytes = try InventedBytes.bare.tokenizer(.llama3)
    }

    private func counting(_ template: String?) -> TokenCounting {
        TokenCounting(.exact(bytes), template: template.flatMap(ChatTemplate.named))
    }

    private static var csv: String {
        func field(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
        return "question,answer\n" + rows.map { field($0) + "," + field($1) + "\n" }.joined()
    }

    /// Prompts, answers and what the template adds.
    private static func byHand(_ template: String?) -> [Int] {
        func bytes(_ text: String) -> Int {
            (template == nil ? text : text.trimmingCharacters(in: .whitespacesAndNewlines)).utf8.count
        }
        let overhead = opening + frame("user") + frame("assistant")
        return [
            rows.reduce(0) { $0 + bytes($1.0) }, rows.reduce(0) { $0 + bytes($1.1) },
            template == nil ? 0 : rows.count * overhead,
        ]
    }

    @Test("check, count, convert and cost come to what is counted by hand", arguments: ["llama-3", nil])
    func sameTotals(_ template: String?) async throws {
        let (expected, file) = (Self.byHand(template), Memory.file("t.csv", Self.csv))
        var options = CheckOptions(training: [file])
        options.tokens = counting(template)
        let check = try await CheckRun(options).result()
        #expect(Self.parts(check.files[0].tokens) == expected)
        let count = try await CountRun([file], tokens: [counting(template)], workers: 1).result()
        #expect(Self.parts(count.files[0].counts[0].tokens) == expected)
        #expect(count.files[0].counts[0].tokens.lengths == check.files[0].tokens.lengths)
        #expect(try await manifest(file, template) == expected)
        let quote = try await quote(file, template)
        #expect(try quote == TokenRange(exact: expected.reduce(0, +)))
    }

    private static func parts(_ tally: TokenTally) -> [Int] { [tally.prompt, tally.answer, tally.overhead] }

    private func manifest(_ file: SourceFile, _ template: String?) async throws -> [Int?] {
        var parts: [Int?] = []
        try await TemporaryFolder.with { folder in
            var options = ConvertOptions(
                sources: [file], writer: ExampleWriter(format: .jsonlChat), output: folder + "/out.jsonl")
            options.tokens = counting(template)
            let result = try await ConvertRun(options).result()
            let data = try Data(contentsOf: URL(filePath: folder + "/out.jsonl.manifest.json"))
            let card = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let tokens = try #require(card?["tokens"] as? [String: Any])
            #expect(tokens["kind"] as? String == "exact" && tokens["error"] as? Double == 0)
            #expect(tokens["template"] as? String == template)
            #expect(tokens["total"] as? Int == result.written[0].tokens)
            parts = ["prompt", "answer", "overhead"].map { tokens[$0] as? Int }
        }
        return parts
    }

    private func quote(_ file: SourceFile, _ template: String?) async throws -> TokenRange {
        let run = CostRun(
            training: [file], validation: nil, tokenizers: [bytes],
            template: try TemplateChoice(template ?? "none"), workers: 1)
        let provider = try #require(Provider.named("nscale"))
        let quotes = try await run.quotes(for: [CostRun.candidate("Meta-Llama-3-8B")]) { candidate in
            QuoteRequest(
                provider: provider, model: candidate.model,
                plan: try TrainingPlan())
        }
        return quotes[0].quote.trainingTokens
    }

    @Test("the report says how it counted, and what the template adds")
    func report() async throws {
        var options = CheckOptions(training: [Memory.file("t.csv", Self.csv)])
        options.tokens = counting("llama-3")
        let text = try await CheckRun(options).result().text(in: Rendering(JSONStyle(), failsAt: nil))
        let report = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let file = try #require((report?["files"] as? [[String: Any]])?.first)
        let tokens = try #require(file["tokens"] as? [String: Any])
        #expect(tokens["overhead"] as? Int == Self.byHand("llama-3")[2])
        #expect(tokens["kind"] as? String == "exact" && tokens["template"] as? String == "llama-3")
        #expect(tokens["total"] as? Int == Self.byHand("llama-3").reduce(0, +))
    }

    /// One user's message and one answer of four bytes each.
    private func check(_ context: Int, _ template: String?, _ text: String? = nil) async throws -> CheckResult
    {
        let text = text ?? #"{"prompt": "aaaa", "completion": "bbbb"}"#
        var options = CheckOptions(training: [Memory.file("t.jsonl", text + "\n")])
        options.tokens = counting(template)
        options.context = context
        options.profile = .any
        options.only = Set(["TP301", "TP302"].compactMap(RuleID.init))
        return try await CheckRun(options).result()
    }

    @Test("the context limit counts the template")
    func context() async throws {
        let whole = Self.opening + Self.frame("user") + 4 + Self.frame("assistant") + 4
        #expect(try await check(whole, "llama-3").findings.kept.isEmpty)
        #expect(try await check(8, nil).findings.kept.isEmpty)
        let over = try await check(whole - 1, "llama-3")
        #expect(over.findings.kept.map(\.code) == ["TP301"])
        #expect(
            over.findings.kept.first?.message
                == "this example has \(whole) tokens, the model reads \(whole - 1)")
    }

    @Test("what is cut off first is what stands behind the answer")
    func loss() async throws {
        let whole = Self.opening + Self.frame("user") + 4 + Self.frame("assistant") + 4
        for (over, answer) in [(0, 0), (1, 0), (2, 1), (4, 3), (5, 4), (6, 4), (20, 4)] {
            let lost = try await check(whole - over, "llama-3").files[0].tokens.overContext
            #expect(lost.tokensLost == over)
            #expect(lost.answerTokensLost == answer, "\(over) tokens over")
            #expect(lost.answersWhollyLost == (answer == 4 ? 1 : 0))
        }
    }

    @Test("a message behind the answer is cut off before it")
    func trailingMessage() async throws {
        let chat =
            #"{"messages": [{"role": "user", "content": "aaaa"}, {"role": "assistant", "content": "bbbb"},"#
            + #" {"role": "user", "content": "cccccc"}]}"#
        let tail = Self.frame("user") + 6
        let whole = Self.opening + Self.frame("user") + 4 + Self.frame("assistant") + 4 + tail
        for (over, answer) in [(tail, 0), (tail + 1, 0), (tail + 3, 2)] {
            let lost = try await check(whole - over, "llama-3", chat).files[0].tokens.overContext
            #expect(lost.tokensLost == over && lost.answerTokensLost == answer, "\(over) tokens over")
        }
    }

    @Test(
        "any width and any slice size give the same counts and findings",
        arguments: ["csv", "jsonl", "json", "object.json"])
    func sameResult(_ ending: String) async throws {
        let (start, seed) = SeededGenerator.fresh()
        var generator = start
        let text = DamagedFile.text(ending, rows: 120, using: &generator)
        let pieces = InventedPieces().bytes
        let mistral = Tokenizer(try Vocabulary(reading: pieces.span))
        let ways = [
            TokenCounting(
                .exact(try InventedBytes().tokenizer(.llama3)), template: ChatTemplate.named("llama-3.1")),
            TokenCounting(
                .exact(try InventedBytes().tokenizer(.qwen2)), template: ChatTemplate.named("chatml")),
            TokenCounting(.exact(mistral), template: ChatTemplate.named("mistral-v0.2")),
        ]
        var (checks, counts): (Set<String>, Set<String>) = ([], [])
        for (jobs, size) in [(1, 1 << 20), (1, 64), (2, 65), (2, 1000), (7, 64), (7, 127)] {
            let file = Memory.file("data.\(ending)", text, sliceSize: size)
            var reports = ""
            for way in ways {
                var options = CheckOptions(training: [file])
                options.tokens = way
                options.workers = jobs
                options.context = 40
                reports += try await CheckRun(options).result().text(in: Rendering(JSONStyle(), failsAt: nil))
            }
            checks.insert(reports)
            counts.insert(
                try await CountRun([file], tokens: ways, workers: jobs).result().text(
                    in: Rendering(JSONStyle())))
        }
        #expect(checks.count == 1 && counts.count == 1, "seed \(seed)")
        #expect(checks.first?.contains(#""kind": "exact""#) == true)
    }
}
