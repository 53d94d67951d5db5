import Testing
import TuneExamples
import TuneRecords

@Suite("a prompt and an answer are read from their columns")
struct PromptAnswerLayoutTests {
    private func only(_ text: String, _ path: String = "train.jsonl") throws -> ReadExample {
        let seen = try Memory.examples(in: text, path)
        #expect(seen.count == 1)
        return try #require(seen.first)
    }

    @Test("a CSV record and a JSON object give the same example")
    func formats() throws {
        let csv = try only("question,answer\nWhy?,Because\n", "train.csv")
        #expect(csv.kind == .promptAnswer)
        #expect(csv.roles == [.user, .assistant])
        #expect(csv.texts == ["Why?", "Because"])
        #expect(csv.defects.isEmpty)
        #expect(try only(#"{"answer":"Because","question":"Why?"}"#) == csv)
    }

    @Test("words that look like numbers or nothing stay text in CSV")
    func textStaysText() throws {
        for word in ["456", "007", "1e5", "TRUE", "NA", "None", "null", "nan", " ", "\"\"\"\""] {
            let seen = try only("question,answer\nWhy?,\(word)\n", "train.csv")
            #expect(seen.answer == (word == "\"\"\"\"" ? "\"" : word))
            #expect(seen.defects.isEmpty)
        }
    }

    @Test("an empty CSV field is an empty text, not a missing one")
    func emptyField() throws {
        let seen = try only("question,answer\n,\"\"\n", "train.csv")
        #expect(seen.texts == ["", ""])
        #expect(seen.defects.isEmpty)
    }

    @Test("a prompt that is null or not there is an empty prompt")
    func missingPrompt() throws {
        for text in [#"{"prompt":null,"completion":"C"}"#, #"{"completion":"C"}"#] {
            let lines = #"{"prompt":"P","completion":"C"}"# + "\n" + text
            let seen = try #require(try Memory.examples(in: lines).last)
            #expect(seen.roles == [.user, .assistant])
            #expect(seen.texts == ["", "C"])
            #expect(seen.defects.isEmpty)
        }
    }

    @Test("an answer that is null or not there makes the record unusable")
    func missingAnswer() throws {
        let null = try only(#"{"prompt":"P","completion":null}"#)
        #expect(null.defects == [.missing(field: "completion")])
        #expect(null.defectiveValues == [.null])
        #expect(null.isUnusable)
        #expect(null.answer == nil)
        let lines = #"{"prompt":"P","completion":"C"}"# + "\n" + #"{"prompt":"P","Completion":"C"}"#
        let absent = try #require(try Memory.examples(in: lines).last)
        #expect(absent.defects == [.missing(field: "completion")])
        #expect(absent.defectiveValues == [nil])
    }

    @Test(
        "a number or boolean is used as it is spelled, and noted",
        arguments: [
            ("1.50", RecordValue.Kind.number), ("-0e1", .number), ("true", .boolean), ("false", .boolean),
        ])
    func notText(value: String, kind: RecordValue.Kind) throws {
        let answer = try only(#"{"prompt":"P","completion":\#(value)}"#)
        #expect(answer.answer == value)
        #expect(answer.defects == [.notText(field: "completion", found: kind)])
        #expect(answer.defectiveValues == [kind])
        #expect(!answer.isUnusable)
        let prompt = try only(#"{"prompt":\#(value),"completion":"C"}"#)
        #expect(prompt.prompt == value)
        #expect(prompt.defects == [.notText(field: "prompt", found: kind)])
    }

    @Test(
        "an object or array is of the wrong type",
        arguments: [
            (#"{"a":"b"}"#, RecordValue.Kind.object), ("{}", .object), (#"["a"]"#, .array), ("[]", .array),
        ])
    func wrongType(value: String, kind: RecordValue.Kind) throws {
        let answer = try only(#"{"prompt":"P","completion":\#(value)}"#)
        #expect(answer.defects == [.wrongType(field: "completion", found: kind, wanted: "text")])
        #expect(answer.defectiveValues == [kind])
        #expect(answer.isUnusable)
        let prompt = try only(#"{"prompt":\#(value),"completion":"C"}"#)
        #expect(prompt.defects == [.wrongType(field: "prompt", found: kind, wanted: "text")])
        #expect(prompt.isUnusable)
    }

    @Test("a lone column is an answer without a prompt")
    func loneColumn() throws {
        let seen = try only("text\nOnce upon a time\n", "train.csv")
        #expect(seen.roles == [.assistant])
        #expect(seen.texts == ["Once upon a time"])
    }

    @Test("alpaca joins the instruction and an input that is not empty")
    func alpacaInput() throws {
        let seen = try only(#"{"instruction":"Add","input":"1 + 1","output":"2"}"#)
        #expect(seen.kind == .promptAnswer)
        #expect(seen.texts == ["Add\n1 + 1", "2"])
    }

    @Test("alpaca takes the instruction alone when the input is empty, null or not there")
    func alpacaWithoutInput() throws {
        let lines = [
            #"{"instruction":"Add","input":"","output":"2"}"#,
            #"{"instruction":"Add","input":null,"output":"2"}"#,
            #"{"instruction":"Add","output":"2"}"#,
        ]
        let seen = try Memory.examples(in: lines.joined(separator: "\n"))
        #expect(seen.map(\.texts) == [[String]](repeating: ["Add", "2"], count: 3))
        #expect(seen.allSatisfy { $0.defects.isEmpty })
    }

    @Test("alpaca keeps an input of spaces, which is not empty")
    func alpacaBlankInput() throws {
        #expect(try only(#"{"instruction":"Add","input":" ","output":"2"}"#).prompt == "Add\n ")
    }

    @Test(
        "alpaca takes the input alone when there is no instruction, and an empty prompt when there is neither"
    )
    func alpacaWithoutInstruction() throws {
        let columns = #"{"instruction":"","input":"","output":""}"#
        let input = try Memory.examples(
            in: columns + "\n" + #"{"instruction":null,"input":"1","output":"2"}"#)
        #expect(input.last?.texts == ["1", "2"])
        let neither = try Memory.examples(in: columns + "\n" + #"{"output":"2"}"#)
        #expect(neither.map(\.roles) == [[.user, .assistant], [.user, .assistant]])
        #expect(neither.map(\.texts) == [["", ""], ["", "2"]])
    }

    @Test("alpaca reads CSV as well")
    func alpacaCSV() throws {
        let seen = try Memory.examples(
            in: "output,input,instruction\n2,1 + 1,Add\n3,,Count\n", "train.csv")
        #expect(seen.map(\.texts) == [["Add\n1 + 1", "2"], ["Count", "3"]])
    }

    @Test("an alpaca input or output of the wrong type is named")
    func alpacaWrongType() throws {
        let input = try only(#"{"instruction":"Add","input":["1"],"output":"2"}"#)
        #expect(input.defects == [.wrongType(field: "input", found: .array, wanted: "text")])
        let output = try only(#"{"instruction":"Add","input":7,"output":{"sum":2}}"#)
        #expect(
            output.defects == [
                .notText(field: "input", found: .number),
                .wrongType(field: "output", found: .object, wanted: "text"),
            ])
        #expect(output.prompt == "Add\n7")
    }

    @Test("nothing of one record stays for the next")
    func reset() throws {
        let lines = #"{"prompt":{},"completion":[]}"# + "\n" + #"{"prompt":"P","completion":"C"}"#
        let seen = try Memory.examples(in: lines)
        #expect(seen.map(\.defects.count) == [2, 0])
        #expect(seen.last?.texts == ["P", "C"])
    }
}
