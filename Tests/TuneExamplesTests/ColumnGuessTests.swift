import Testing
import TuneRecords

@testable import TuneExamples

@Suite("the columns of prompt and answer are found by their names")
struct ColumnGuessTests {
    static let prompts = [
        "prompt", "question", "instruction", "input", "query", "user", "human", "source", "request",
        "text_input",
        "problem", "title",
    ]
    static let answers = [
        "answer", "response", "completion", "output", "reply", "assistant", "target", "label", "solution",
        "expected", "text_output", "long_answer", "ground_truth",
    ]

    private func names(_ names: [String], prompt: String? = nil, answer: String? = nil) throws -> [String] {
        try pair(names, prompt, answer).columns.map(\.name)
    }

    private func pair(_ names: [String], _ prompt: String? = nil, _ answer: String? = nil) throws
        -> any Layout
    {
        let columns = names.enumerated().map { Column(name: $0.element, position: $0.offset) }
        return try ColumnGuess(columns).pair(prompt: prompt, answer: answer)
    }

    @Test("of several prompts the one named first in the list is taken", arguments: prompts.indices)
    func promptOrder(index: Int) throws {
        let rest = Array(Self.prompts[index...].reversed())
        #expect(try names(rest + ["reply"]) == [Self.prompts[index], "reply"])
    }

    @Test("of several answers the one named first in the list is taken", arguments: answers.indices)
    func answerOrder(index: Int) throws {
        let rest = Array(Self.answers[index...].reversed())
        #expect(try names(rest + ["problem"]) == ["problem", Self.answers[index]])
    }

    @Test(
        "pairs beat singles",
        arguments: [
            (["question", "answer", "prompt"], ["question", "answer"]),
            (["question", "answer", "completion", "prompt"], ["prompt", "completion"]),
            (["answer", "output", "instruction"], ["instruction", "output"]),
            (["response", "output", "input"], ["input", "output"]),
            (["query", "response", "title", "answer"], ["query", "response"]),
            (["label", "text"], ["text", "label"]),
            (["test", "canonical_solution", "prompt", "task_id"], ["prompt", "canonical_solution"]),
        ])
    func pairs(names: [String], expected: [String]) throws {
        #expect(try self.names(names) == expected)
    }

    @Test(
        "case, spaces, hyphens and underscores do not matter",
        arguments: [["Question", "ANSWER"], ["TextInput", "ground-truth"], [" prompt ", "Long Answer"]])
    func folding(names: [String]) throws {
        #expect(try self.names(names) == names)
    }

    @Test("a lone column that is named like a prompt is no answer", arguments: ["prompt", "Question"])
    func lonePrompt(name: String) {
        #expect(throws: LayoutError.noAnswerColumn(columns: [name])) { try pair([name]) }
    }

    @Test("a lone column is the answer, unless it is named like a prompt", arguments: ["text", "whatever"])
    func loneColumn(name: String) throws {
        let layout = try pair([name])
        #expect(layout.columns.map(\.name) == [name])
        #expect((layout as? PromptAnswerLayout)?.prompt.isEmpty == true)
        #expect(layout.reason == "the only column")
    }

    @Test("an answer without a prompt is taken alone; one column is never both")
    func answerAlone() throws {
        let layout = try pair(["output", "notes"])
        #expect(layout.columns.map(\.name) == ["output"])
        #expect(layout.reason == "guessed from the name `output`")
        #expect(try names(["input", "label"]) == ["input", "label"])
    }

    @Test("without a column named like an answer nothing is guessed")
    func noAnswer() {
        #expect(throws: LayoutError.noAnswerColumn(columns: ["prompt", "notes"])) {
            try pair(["prompt", "notes"])
        }
        #expect(throws: LayoutError.noAnswerColumn(columns: ["prompt", "notes"])) {
            try pair(["prompt", "notes"], "prompt")
        }
        #expect(throws: LayoutError.noAnswerColumn(columns: [])) { try pair([]) }
    }

    @Test("the reason says what was named and what was guessed")
    func reasons() throws {
        let columns = ["question", "answer", "notes"]
        #expect(try pair(columns).reason == "guessed from the names `question` and `answer`")
        #expect(try pair(columns, "notes").reason == "prompt named, answer guessed from its name")
        #expect(try pair(columns, nil, "notes").reason == "answer named, prompt guessed")
        #expect(try pair(columns, "notes", "answer").reason == "named")
        #expect(
            try pair(["notes", "answer"], nil, "notes").reason
                == "answer named, no column is named like a prompt")
    }

    @Test("what is named is taken, the rest guessed among the other columns")
    func named() throws {
        let columns = ["question", "answer", "notes"]
        #expect(try names(columns, prompt: "notes") == ["notes", "answer"])
        #expect(try names(columns, answer: "notes") == ["question", "notes"])
        #expect(try names(columns, answer: "question") == ["question"])
        #expect(try names(columns, prompt: "notes", answer: "question") == ["notes", "question"])
        #expect(try names(["label", "input", "output"], prompt: "output") == ["output", "label"])
    }

    @Test("a named column that is not there is an error with the columns there are")
    func unknownColumn() {
        let columns = ["question", "answer"]
        #expect(throws: LayoutError.unknownColumn(name: "Question", columns: columns)) {
            try pair(columns, "Question")
        }
        #expect(throws: LayoutError.unknownColumn(name: "", columns: columns)) { try pair(columns, nil, "") }
    }

    @Test("the same column for both is an error, by whichever spelling")
    func sameColumn() {
        let columns = ["question", " answer"]
        #expect(throws: LayoutError.sameColumn(name: "question")) {
            try pair(columns, "question", "question")
        }
        #expect(throws: LayoutError.sameColumn(name: " answer")) { try pair(columns, " answer", "answer") }
    }

    @Test("spaces around a column's name need not be typed, and an exact name comes first")
    func spacesAround() throws {
        #expect(try names([" question ", "answer\u{A0}"], prompt: "question", answer: "answer").count == 2)
        #expect(
            try names([" question", "question", "answer"], prompt: "question") == ["question", "answer"])
        #expect(
            try names(["question", " question", "answer"], prompt: " question") == [" question", "answer"])
    }

    @Test("of two columns with one name the first is taken, and the other is another column")
    func twice() throws {
        let layout = try #require(try pair(["text", "text"], nil, "text") as? PromptAnswerLayout)
        #expect(layout.answer.position == 0)
        #expect(layout.prompt.isEmpty)
    }
}
