import Foundation
import Testing
import TuneBytes
import TuneRecords

@testable import TuneExamples

@Suite("every layout of the list is complete")
struct LayoutKindTests {
    private func reader(_ kind: LayoutKind) throws -> RecordReader {
        try RecordReader(try TextInput(memory: Array((kind.example + "\n").utf8), path: "example.jsonl"))
    }

    @Test("names are unique, and words one can type")
    func names() {
        let names = LayoutKind.allCases.map(\.rawValue)
        #expect(Set(names).count == names.count)
        for name in names {
            #expect(!name.isEmpty && name.allSatisfy { $0 == "-" || ("a"..."z").contains($0) })
            #expect(LayoutKind(rawValue: name)?.rawValue == name)
        }
        #expect(LayoutKind(rawValue: "no-layout") == nil)
        #expect(LayoutKind.names == "prompt-answer, alpaca, chat, sharegpt or pubmedqa")
    }

    @Test("its example tells the layout, and is a training example", arguments: LayoutKind.allCases)
    func example(kind: LayoutKind) throws {
        let reader = try reader(kind)
        let layout = try LayoutChoice().layout(for: reader.columns, isCSV: false)
        #expect(layout.name == kind.rawValue)
        #expect(layout.reason.hasPrefix("guessed"))
        #expect(!layout.summary.isEmpty)
        #expect(layout.hasPrompt)
        let read = try Memory.examples(in: kind.example, "example.jsonl")
        #expect(read.count == 1)
        #expect(read.first?.isUnusable == false)
        #expect(read.first?.prompt?.isEmpty == false)
        #expect(read.first?.answer?.isEmpty == false)
    }

    @Test("asked for by name it reads its example the same way", arguments: LayoutKind.allCases)
    func askedFor(kind: LayoutKind) throws {
        var choice = LayoutChoice()
        choice.layout = kind
        let asked = try Memory.examples(in: kind.example, "example.jsonl", choice)
        #expect(asked == (try Memory.examples(in: kind.example, "example.jsonl")))
    }

    @Test("it wants its columns, or takes those the user names", arguments: LayoutKind.allCases)
    func columns(kind: LayoutKind) throws {
        var choice = LayoutChoice()
        choice.layout = kind
        let strange = [Column(name: "a", position: nil), Column(name: "b", position: nil)]
        #expect(throws: LayoutError.self) { try choice.layout(for: strange, isCSV: false) }
        choice.prompt = "a"
        choice.answer = "b"
        let layout = try? choice.layout(for: strange, isCSV: false)
        #expect(layout?.columns.map(\.name) == (kind.takesNamedColumns ? ["a", "b"] : nil))
    }

    @Test("docs/formats.md has a row for it", arguments: LayoutKind.allCases)
    func documentation(kind: LayoutKind) throws {
        let page = URL(filePath: #filePath).appending(path: "../../../docs/formats.md").standardized
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text.contains("\n| `\(kind.rawValue)` | "))
    }

    @Test(
        "PubMedQA alone has a split of its publishers and options of its own", arguments: LayoutKind.allCases)
    func answers(kind: LayoutKind) throws {
        let layout = try LayoutChoice().layout(for: reader(kind).columns, isCSV: false)
        #expect(layout.hasOfficialSplit == (kind == .pubmedqa))
        #expect(layout.settings.map(\.name) == (kind == .pubmedqa ? ["answer_from", "contexts"] : []))
    }

    @Test("a pair says which columns it reads, the others what they are called")
    func summaries() throws {
        func summary(_ names: [String], _ answer: String? = nil) throws -> String {
            var choice = LayoutChoice()
            choice.answer = answer
            return try choice.layout(
                for: names.map { Column(name: $0, position: nil) }, isCSV: false
            ).summary
        }
        #expect(try summary(["prompt", "completion"]) == "prompt `prompt`, answer `completion`")
        #expect(
            try summary(["instruction", "input", "output"])
                == "prompt `instruction` and `input`, answer `output`")
        #expect(try summary(["a", "b"], "b") == "answer `b`")
        #expect(try summary(["messages"]) == "layout chat")
    }
}
