import Testing
import TuneRecords

@testable import TuneExamples

@Suite("the layout follows from what is asked for and from the columns")
struct LayoutChoiceTests {
    static let published = [
        "QUESTION", "CONTEXTS", "LABELS", "MESHES", "YEAR", "final_decision", "LONG_ANSWER",
    ]

    private func layout(
        _ names: [String], isCSV: Bool = false, _ change: (inout LayoutChoice) -> Void = { _ in }
    ) throws -> any Layout {
        var choice = LayoutChoice()
        change(&choice)
        return try choice.layout(for: columns(names, isCSV: isCSV), isCSV: isCSV)
    }

    private func columns(_ names: [String], isCSV: Bool = false) -> [Column] {
        names.enumerated().map { Column(name: $0.element, position: isCSV ? $0.offset : nil) }
    }

    @Test(
        "the keys of a JSON file tell its layout",
        arguments: [
            (published, "pubmedqa"), (["pubid", "question", "context", "long_answer"], "pubmedqa"),
            (["question", "context", "final_decision"], "pubmedqa"), (["id", "messages", "tools"], "chat"),
            (["conversations", "system"], "sharegpt"),
            (["instruction", "input", "output", "text"], "alpaca"),
            (["Instruction", "Input", "Output"], "alpaca"), (["instruction", "output"], "prompt-answer"),
            (["question", "answer"], "prompt-answer"), (["question", "context", "answer"], "prompt-answer"),
        ])
    func keySets(names: [String], layout: String) throws {
        let found = try self.layout(names)
        #expect(found.name == layout)
        #expect(found.reason.hasPrefix("guessed"))
    }

    @Test("a CSV header tells alpaca; lists and nested contexts have no place in CSV")
    func header() throws {
        let alpaca = try layout(["instruction", "input", "output"], isCSV: true)
        #expect(alpaca.name == "alpaca")
        #expect(alpaca.reason == "guessed from the header")
        #expect(try layout(["question", "context", "long_answer"], isCSV: true).name == "prompt-answer")
        #expect(try layout(["messages", "answer"], isCSV: true).name == "prompt-answer")
    }

    @Test("a layout asked for by name is taken", arguments: LayoutKind.allCases)
    func askedFor(name: LayoutKind) throws {
        let names = ["question", "answer", "instruction", "output", "messages", "conversations"]
        let found = try layout(names) { $0.layout = name }
        #expect(found.name == name.rawValue)
        #expect(name == .promptAnswer || found.reason == "asked for")
    }

    @Test("a layout asked for without its columns names what it wants")
    func missingColumns() {
        let names = ["prompt", "completion"]
        let wanted: [(LayoutKind, [String])] = [
            (.alpaca, ["instruction", "output"]), (.chat, ["messages", "conversations"]),
            (.sharegpt, ["conversations", "messages"]), (.pubmedqa, ["QUESTION", "question"]),
        ]
        for (name, columns) in wanted {
            #expect(
                throws: LayoutError.missingColumns(layout: name.rawValue, wanted: columns, columns: names)
            ) {
                try layout(names) { $0.layout = name }
            }
        }
    }

    @Test("`chat` reads `conversations` where there are no messages, and `sharegpt` the other way round")
    func eitherList() throws {
        #expect(try layout(["conversations"]) { $0.layout = .chat }.columns.map(\.name) == ["conversations"])
        #expect(try layout(["messages"]) { $0.layout = .sharegpt }.columns.map(\.name) == ["messages"])
    }

    @Test("columns named win over a layout that would be guessed")
    func namedColumnsWin() throws {
        let found = try layout(["instruction", "input", "output"]) { $0.prompt = "input" }
        #expect(found.name == "prompt-answer")
        #expect(found.columns.map(\.name) == ["input", "output"])
    }

    @Test("PubMedQA's options reach the layout")
    func pubmedqaOptions() throws {
        let found = try layout(Self.published) {
            $0.answerSource = .both
            $0.contexts = .omit
        }
        let layout = try #require(found as? PubMedQALayout)
        #expect(layout.answerSource == .both)
        #expect(layout.contexts == .omit)
        #expect(try #require(self.layout(Self.published) as? PubMedQALayout).answerSource == .long)
    }

    @Test("alpaca reads the instruction, the input where there is one, and the output")
    func alpacaColumns() throws {
        #expect(
            try layout(["output", "input", "Instruction"]).columns.map(\.name) == [
                "Instruction", "input", "output",
            ])
        let short = try layout(["instruction", "output"]) { $0.layout = .alpaca }
        #expect(short.columns.map(\.name) == ["instruction", "output"])
    }
}
