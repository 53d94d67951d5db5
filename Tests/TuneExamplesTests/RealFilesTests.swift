import TestSupport
import Testing
import TuneExamples

@Suite("published files are read to the last record")
struct RealFilesTests {
    static let alpaca = "llamafactory/alpaca_en_demo.json"
    static let sharegpt = "llamafactory/glaive_toolcall_en_demo.json"
    static let parts = "llamafactory/v1_sft_demo.jsonl"
    static let gsm8k = "gsm8k/gsm8k_test.jsonl"
    static let pubmedqa = "pubmedqa/ori_pqal.json"

    @Test(
        "an alpaca file has 999 examples, 587 of them without an input",
        .enabled(if: SharedData.isThere(alpaca), "wants ../shared/data/llamafactory/alpaca_en_demo.json"))
    func alpacaFile() throws {
        let text = try SharedData.text(Self.alpaca)
        let seen = try Memory.examples(in: text, "alpaca.json")
        #expect(seen.count == 999)
        #expect(seen.allSatisfy { $0.defects.isEmpty && $0.roles == [.user, .assistant] })
        var alone = LayoutChoice()
        alone.prompt = "instruction"
        alone.answer = "output"
        let instructions = try Memory.examples(in: text, "alpaca.json", alone)
        #expect(zip(seen, instructions).count { $0.prompt == $1.prompt } == 587)
    }

    @Test(
        "a ShareGPT file with tool calls has the roles that were counted",
        .enabled(
            if: SharedData.isThere(sharegpt), "wants ../shared/data/llamafactory/glaive_toolcall_en_demo.json"
        )
    )
    func shareGPTFile() throws {
        let seen = try Memory.examples(in: try SharedData.text(Self.sharegpt), "glaive.json")
        #expect(seen.count == 300)
        #expect(seen.allSatisfy { !$0.isUnusable })
        let roles = seen.flatMap(\.roles)
        #expect(roles.count { $0 == .user } == 746)
        #expect(roles.count { $0 == .assistant } == 746 + 211)
        #expect(roles.count { $0 == .tool } == 211)
        let calls = seen.flatMap(\.defects).count {
            $0 == .roleAlias(word: "function_call", role: "assistant")
        }
        #expect(calls == 211)
    }

    @Test(
        "messages made of typed parts are read",
        .enabled(if: SharedData.isThere(parts), "wants ../shared/data/llamafactory/v1_sft_demo.jsonl"))
    func partsFile() throws {
        let seen = try Memory.examples(in: try SharedData.text(Self.parts))
        #expect(!seen.isEmpty)
        #expect(seen.allSatisfy { $0.defects.isEmpty && $0.answer?.isEmpty == false })
    }

    @Test(
        "questions and answers come back from every format",
        .enabled(if: SharedData.isThere(gsm8k), "wants ../shared/data/gsm8k/gsm8k_test.jsonl"),
        arguments: [
            (ExampleWriter.Format.csv, "out.csv"), (.jsonlPrompt, "out.jsonl"), (.jsonlChat, "out.jsonl"),
        ])
    func questions(format: ExampleWriter.Format, path: String) throws {
        let text = try SharedData.text(Self.gsm8k)
        let seen = try Memory.examples(in: text)
        #expect(seen.count == 1319)
        let written = try Memory.written(text, by: ExampleWriter(format: format))
        #expect(try Memory.examples(in: written.text, path).map(\.bytes) == seen.map(\.bytes))
    }

    @Test(
        "PubMedQA's decisions and lengths are those that were counted",
        .enabled(if: SharedData.isThere(pubmedqa), "wants ../shared/data/pubmedqa/ori_pqal.json"))
    func pubmedqaFile() throws {
        let text = try SharedData.text(Self.pubmedqa)
        var choice = LayoutChoice()
        choice.contexts = .omit
        let long = try Memory.examples(in: text, "ori_pqal.json", choice)
        #expect(long.count == 1000)
        #expect(long.allSatisfy { $0.defects.isEmpty })
        #expect(["yes", "no", "maybe"].map { word in long.count { $0.stratum == word } } == [552, 338, 110])
        #expect(long.flatMap(\.texts).reduce(0) { $0 + $1.unicodeScalars.count } == 362_562)
    }
}
