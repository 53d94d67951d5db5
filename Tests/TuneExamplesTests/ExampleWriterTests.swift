import Testing
import TuneExamples

@Suite("examples are written as files for training")
struct ExampleWriterTests {
    private let pair = #"{"prompt":"Why, \"then\"?","completion":"So\nit is"}"#
    private let chat = #"""
        {"messages":[{"role":"system","content":"S"},{"role":"user","content":"U1"},\#
        {"role":"assistant","content":"A1"},{"role":"user","content":"U2"},{"role":"assistant","content":"A2"}]}
        """#
    private let single = #"""
        {"messages":[{"role":"user","content":"U"},{"role":"assistant","content":"A"}]}
        """#
    private let withSystem = #"""
        {"messages":[{"role":"system","content":"S"},{"role":"user","content":"U"},\#
        {"role":"assistant","content":"A"}]}
        """#

    private func lines(
        _ text: String, _ format: ExampleWriter.Format, _ turns: ExampleWriter.Turns = .all,
        system: String? = nil
    ) throws -> String {
        let writer = ExampleWriter(format: format, turns: turns, system: system)
        let written = try Memory.written(text, by: writer)
        #expect(written.refusals.isEmpty)
        return written.text
    }

    @Test("a pair is written in every format")
    func pairFormats() throws {
        #expect(try lines(pair, .csv) == "question,answer\n\"Why, \"\"then\"\"?\",\"So\nit is\"\n")
        #expect(
            try lines(pair, .jsonlPrompt)
                == #"{"prompt": "Why, \"then\"?", "completion": "So\nit is"}"# + "\n")
        #expect(
            try lines(pair, .jsonlChat)
                == #"""
                {"messages": [{"role": "user", "content": "Why, \"then\"?"}, \#
                {"role": "assistant", "content": "So\nit is"}]}

                """#)
    }

    @Test("only CSV has a header, quoted like any field")
    func header() {
        #expect(ExampleWriter(format: .jsonlPrompt).header.isEmpty)
        #expect(ExampleWriter(format: .jsonlChat).header.isEmpty)
        #expect(ExampleWriter(format: .csv).header == Array("question,answer\n".utf8))
        let names = ExampleWriter(format: .csv, columns: (prompt: "a,b", answer: "c\"d")).header
        #expect(names == Array("\"a,b\",\"c\"\"d\"\n".utf8))
    }

    @Test("formats and turns have the names of the command line")
    func names() {
        #expect(ExampleWriter.Format.allCases.map(\.rawValue) == ["csv", "jsonl-prompt", "jsonl-chat"])
        #expect(ExampleWriter.Turns.allCases.map(\.rawValue) == ["all", "last", "reject"])
    }

    @Test(
        "a conversation of one turn is a pair, whatever becomes of earlier turns",
        arguments: ExampleWriter.Turns.allCases)
    func singleTurn(turns: ExampleWriter.Turns) throws {
        #expect(try lines(single, .csv, turns) == "question,answer\nU,A\n")
        #expect(try lines(single, .jsonlPrompt, turns) == #"{"prompt": "U", "completion": "A"}"# + "\n")
    }

    @Test("a system message stands in the prompt under its role", arguments: ExampleWriter.Turns.allCases)
    func systemInPrompt(turns: ExampleWriter.Turns) throws {
        #expect(try lines(withSystem, .csv, turns) == "question,answer\n\"System: S\n\nUser: U\",A\n")
    }

    @Test("all turns stand in the prompt, each under its role")
    func allTurns() throws {
        #expect(
            try lines(chat, .jsonlPrompt, .all)
                == #"{"prompt": "System: S\n\nUser: U1\n\nAssistant: A1\n\nUser: U2", "completion": "A2"}"#
                + "\n")
    }

    @Test("the last turn stands in the prompt alone, but for the system message")
    func lastTurn() throws {
        #expect(
            try lines(chat, .jsonlPrompt, .last)
                == #"{"prompt": "System: S\n\nUser: U2", "completion": "A2"}"# + "\n")
        let noSystem = chat.replacing(#"{"role":"system","content":"S"},"#, with: "")
        #expect(try lines(noSystem, .jsonlPrompt, .last) == #"{"prompt": "U2", "completion": "A2"}"# + "\n")
    }

    @Test(
        "several turns are refused where that is asked for, but not in a chat",
        arguments: [ExampleWriter.Format.csv, .jsonlPrompt])
    func rejectTurns(format: ExampleWriter.Format) throws {
        let writer = ExampleWriter(format: format, turns: .reject)
        let written = try Memory.written([chat, single].joined(separator: "\n"), by: writer)
        #expect(written.refusals == [.severalTurns])
        #expect(
            written.text.hasSuffix(format == .csv ? "\nU,A\n" : #"{"prompt": "U", "completion": "A"}"# + "\n")
        )
        #expect(!written.text.contains("A2"))
        let inChat = try Memory.written(chat, by: ExampleWriter(format: .jsonlChat, turns: .reject))
        #expect(inChat.refusals.isEmpty)
        #expect(inChat.text.contains("U1"))
    }

    @Test("an earlier answer, or a second question, is a second turn")
    func whatIsATurn() throws {
        let conversations = [
            #"{"messages":[{"role":"user","content":"1"},{"role":"user","content":"2"},{"role":"assistant","content":"3"}]}"#,
            #"{"messages":[{"role":"assistant","content":"1"},{"role":"assistant","content":"2"}]}"#,
        ]
        for conversation in conversations {
            let written = try Memory.written(conversation, by: ExampleWriter(format: .csv, turns: .reject))
            #expect(written.refusals == [.severalTurns])
        }
    }

    @Test("a tool's words stand in the prompt under its role")
    func toolTurns() throws {
        let text = #"""
            {"messages":[{"role":"user","content":"U"},{"role":"assistant","tool_calls":[1]},\#
            {"role":"tool","content":"T"},{"role":"assistant","content":"A"}]}
            """#
        #expect(
            try lines(text, .jsonlPrompt)
                == #"{"prompt": "User: U\n\nAssistant: [1]\n\nTool: T", "completion": "A"}"# + "\n")
    }

    @Test("a prompt of nothing but a system message says so")
    func systemAlone() throws {
        let text = #"{"messages":[{"role":"system","content":"S"},{"role":"assistant","content":"A"}]}"#
        #expect(try lines(text, .csv) == "question,answer\nSystem: S,A\n")
    }

    @Test("what comes after the last answer is no part of the prompt")
    func trailingQuestion() throws {
        let text = single.replacing("]}", with: #",{"role":"user","content":"more"}]}"#)
        #expect(try lines(text, .csv) == "question,answer\nU,A\n")
    }

    @Test(
        "an example without an answer is refused and writes nothing", arguments: ExampleWriter.Format.allCases
    )
    func noAnswer(format: ExampleWriter.Format) throws {
        let texts = [
            #"{"messages":[{"role":"user","content":"U"}]}"#, #"{"messages":[]}"#,
            #"{"prompt":"U","completion":null}"#,
        ]
        for text in texts {
            let writer = ExampleWriter(format: format)
            let written = try Memory.written(text, by: writer)
            #expect(written.refusals == [.noAnswer])
            #expect(Array(written.text.utf8) == writer.header)
        }
    }

    @Test("a chat's messages are written with the roles' own words")
    func chatRoles() throws {
        let shared = #"{"conversations":[{"from":"human","value":"U"},{"from":"gpt","value":"A"}]}"#
        #expect(try lines(shared, .jsonlChat) == lines(single, .jsonlChat))
        #expect(
            try lines(chat, .jsonlChat)
                == #"""
                {"messages": [{"role": "system", "content": "S"}, {"role": "user", "content": "U1"}, \#
                {"role": "assistant", "content": "A1"}, {"role": "user", "content": "U2"}, \#
                {"role": "assistant", "content": "A2"}]}

                """#)
    }

    @Test("a system message is put in front of a chat that has none")
    func systemMessage() throws {
        #expect(try lines(withSystem, .jsonlChat, system: "Other") == lines(withSystem, .jsonlChat))
        #expect(try lines(single, .jsonlChat, system: "S") == lines(withSystem, .jsonlChat))
        #expect(
            try lines(#"{"prompt":"U","completion":"A"}"#, .jsonlChat, system: "S")
                == lines(withSystem, .jsonlChat))
    }

    @Test("an empty prompt is no message, an empty answer is one")
    func emptyParts() throws {
        let noPrompt = #"{"messages": [{"role": "assistant", "content": "A"}]}"# + "\n"
        #expect(try lines(#"{"prompt":"","completion":"A"}"#, .jsonlChat) == noPrompt)
        #expect(try lines(#"{"text":"A"}"#, .jsonlChat) == noPrompt)
        #expect(
            try lines(#"{"prompt":"U","completion":""}"#, .jsonlChat)
                == #"{"messages": [{"role": "user", "content": "U"}, {"role": "assistant", "content": ""}]}"#
                + "\n")
    }

    @Test("a pair without a prompt leaves the column empty")
    func noPrompt() throws {
        #expect(try lines(#"{"text":"A"}"#, .csv) == "question,answer\n,A\n")
        #expect(try lines(#"{"text":"A"}"#, .jsonlPrompt) == #"{"prompt": "", "completion": "A"}"# + "\n")
    }
}
