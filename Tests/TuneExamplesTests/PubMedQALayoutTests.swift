import Testing
import TuneExamples
import TuneRecords

@Suite("PubMedQA is read in both its shapes")
struct PubMedQALayoutTests {
    private static let published = """
        {"17": {"QUESTION": "Does it?", "CONTEXTS": ["One.", "Two."], "LABELS": ["A", "B"], "YEAR": null,
        "final_decision": "maybe", "LONG_ANSWER": "It may."}}
        """
    private static let exported = #"""
        {"pubid":17,"question":"Does it?","context":{"contexts":["One.","Two."],"labels":["A","B"],"meshes":[]},\#
        "long_answer":"It may.","final_decision":"maybe"}
        """#

    private static func choice(
        _ answer: PubMedQALayout.AnswerSource = .long, _ contexts: PubMedQALayout.Contexts = .include
    ) -> LayoutChoice {
        var choice = LayoutChoice()
        choice.layout = .pubmedqa
        choice.answerSource = answer
        choice.contexts = contexts
        return choice
    }

    private func only(
        _ text: String, _ path: String = "train.jsonl", _ choice: LayoutChoice = Self.choice()
    ) throws -> ReadExample {
        let seen = try Memory.examples(in: text, path, choice)
        #expect(seen.count == 1)
        return try #require(seen.first)
    }

    /// A row with this spelling of its context and these further members.
    private func record(context: String, _ more: String = #""long_answer":"L""#) -> String {
        #"{"question":"Q?","context":\#(context),\#(more)}"#
    }

    @Test(
        "the object keyed by id and the rows of the Parquet export give the same example",
        arguments: [(published, "ori.json"), (exported, "rows.jsonl"), ("[\(exported)]", "rows.json")])
    func shapes(text: String, path: String) throws {
        let seen = try only(text, path, LayoutChoice())
        #expect(seen.kind == .promptAnswer)
        #expect(seen.roles == [.user, .assistant])
        #expect(seen.texts == ["Abstract: One.\nTwo.\nQuestion: Does it?\nAnswer:", "It may."])
        #expect(seen.identity == "17")
        #expect(seen.stratum == "maybe")
        #expect(seen.defects.isEmpty)
    }

    @Test("an object keyed by id may spell its keys in lower case")
    func lowerCaseKeys() throws {
        let seen = try only(
            #"{"21":{"question":"Q?","contexts":["C"],"long_answer":"L","final_decision":"no"}}"#, "ori.json")
        #expect(seen.texts == ["Abstract: C\nQuestion: Q?\nAnswer:", "L"])
        #expect(seen.identity == "21")
        #expect(seen.stratum == "no")
    }

    @Test(
        "the context is an object with a list, a list, one string, or a list of objects",
        arguments: [
            #"{"contexts":["One.","Two."],"labels":["A","B"]}"#, #"["One.","Two."]"#, #""One.\nTwo.""#,
            #"[{"contexts":["One."],"labels":["A"]},{"contexts":["Two."]}]"#, #"{"contexts":"One.\nTwo."}"#,
            #"{"labels":["A"],"CONTEXTS":["One.","Two."]}"#,
        ])
    func contextSpellings(context: String) throws {
        let seen = try only(record(context: context))
        #expect(seen.texts.first == "Abstract: One.\nTwo.\nQuestion: Q?\nAnswer:")
        #expect(seen.defects.isEmpty)
    }

    @Test(
        "a context of another kind is a wrong type, pointed at",
        arguments: [
            ("5", RecordValue.Kind.number), ("true", .boolean), ("[\"One.\",null]", .array), ("{}", .object),
        ])
    func wrongContext(context: String, kind: RecordValue.Kind) throws {
        let seen = try only(record(context: context))
        #expect(seen.defects == [.wrongType(field: "context", found: kind, wanted: "a list of paragraphs")])
        #expect(seen.defectiveValues == [kind])
        #expect(seen.isUnusable)
    }

    @Test("without its context a record is unusable, unless contexts are left out")
    func missingContext() throws {
        for text in [record(context: "null"), #"{"question":"Q?","long_answer":"L"}"#] {
            #expect(try only(text).defects == [.missing(field: "context")])
            let omitted = try only(text, "train.jsonl", Self.choice(.long, .omit))
            #expect(omitted.texts == ["Q?", "L"])
            #expect(omitted.defects.isEmpty)
        }
    }

    @Test(
        "the answer is the decision, the conclusion, or both with an empty line between",
        arguments: [
            (PubMedQALayout.AnswerSource.decision, "maybe"), (.long, "It may."), (.both, "maybe\n\nIt may."),
        ])
    func answerSources(source: PubMedQALayout.AnswerSource, answer: String) throws {
        for (text, path) in [(Self.published, "ori.json"), (Self.exported, "rows.jsonl")] {
            let seen = try only(text, path, Self.choice(source))
            #expect(seen.answer == answer)
            #expect(seen.stratum == "maybe")
        }
    }

    @Test("the prompt is the question alone when contexts are left out")
    func omittedContexts() throws {
        let seen = try only(Self.published, "ori.json", Self.choice(.decision, .omit))
        #expect(seen.texts == ["Does it?", "maybe"])
    }

    @Test(
        "a missing decision matters when the answer is made of it",
        arguments: [#""long_answer":"L""#, #""long_answer":"L","final_decision":null"#])
    func missingDecision(members: String) throws {
        let text = record(context: #"["C."]"#, members)
        for source in [PubMedQALayout.AnswerSource.decision, .both] {
            let seen = try only(text, "train.jsonl", Self.choice(source))
            #expect(seen.defects == [.missing(field: "final_decision")])
            #expect(seen.answer == nil)
        }
        let long = try only(text)
        #expect(long.answer == "L")
        #expect(long.stratum == nil)
        #expect(long.defects.isEmpty)
    }

    @Test("a decision that is neither yes, no nor maybe is unknown", arguments: ["Yes", " no", "unsure", ""])
    func unknownDecision(word: String) throws {
        let text = record(context: #"["C."]"#, #""long_answer":"L","final_decision":"\#(word)""#)
        let seen = try only(text, "train.jsonl", Self.choice(.decision))
        #expect(seen.defects == [.unknownDecision(word: word)])
        #expect(seen.defectiveValues == [.text])
        #expect(seen.stratum == nil)
        #expect(try only(text).defects.isEmpty)
    }

    @Test("a decision that is no text is a wrong type, not a missing one")
    func decisionOfAnotherKind() throws {
        let text = record(context: #"["C."]"#, #""long_answer":"L","final_decision":true"#)
        let seen = try only(text, "train.jsonl", Self.choice(.decision))
        #expect(
            seen.defects == [.wrongType(field: "final_decision", found: .boolean, wanted: "yes, no or maybe")]
        )
        #expect(seen.defectiveValues == [.boolean])
        #expect(try only(text).defects.isEmpty)
    }

    @Test("a missing conclusion matters when the answer is made of it")
    func missingLongAnswer() throws {
        let text = record(context: #"["C."]"#, #""final_decision":"yes""#)
        for source in [PubMedQALayout.AnswerSource.long, .both] {
            let seen = try only(text, "train.jsonl", Self.choice(source))
            #expect(seen.defects == [.missing(field: "long_answer")])
            #expect(seen.isUnusable)
        }
        #expect(try only(text, "train.jsonl", Self.choice(.decision)).answer == "yes")
    }

    @Test(
        "a blank conclusion is as good as none when it should follow the decision",
        arguments: ["", " ", #"\n\u00a0"#])
    func blankLongAnswer(blank: String) throws {
        let text = record(context: #"["C."]"#, #""final_decision":"yes","long_answer":"\#(blank)""#)
        let both = try only(text, "train.jsonl", Self.choice(.both))
        #expect(both.defects == [.blank(field: "long_answer")])
        #expect(both.answer == nil)
        let long = try only(text)
        #expect(long.defects.isEmpty)
        #expect(long.answer?.allSatisfy(\.isWhitespace) == true)
    }

    @Test("without a question there is no example", arguments: ["", #""question":null,"#])
    func missingQuestion(member: String) throws {
        let seen = try only(#"{\#(member)"context":["C"],"long_answer":"L","Question":"?"}"#)
        #expect(seen.defects == [.missing(field: "question")])
        #expect(seen.texts.isEmpty)
    }

    @Test("a number is read by its spelling, and said to be no text")
    func numberForText() throws {
        let seen = try only(#"{"question":1e3,"context":["C"],"long_answer":false}"#)
        #expect(seen.texts == ["Abstract: C\nQuestion: 1e3\nAnswer:", "false"])
        #expect(
            seen.defects == [
                .notText(field: "question", found: .number), .notText(field: "long_answer", found: .boolean),
            ])
        #expect(!seen.isUnusable)
    }

    @Test(
        "the id is the member's key or the column, by any of its names",
        arguments: [
            (#""pubid":7"#, "7"), (#""pubid":"007""#, "007"), (#""pmid":8"#, "8"), (#""PMID":9"#, "9"),
        ])
    func identity(member: String, identity: String) throws {
        #expect(try only(record(context: #"["C."]"#, #"\#(member),"long_answer":"L""#)).identity == identity)
    }

    @Test("an id that is null or no number is none", arguments: ["null", "true", "[1]", "{}"])
    func noIdentity(value: String) throws {
        #expect(
            try only(record(context: #"["C."]"#, #""pubid":\#(value),"long_answer":"L""#)).identity == nil)
    }

    @Test("quotes, escapes and accents come through unharmed")
    func escapes() throws {
        let seen = try only(
            #"{"question":"\"Q\u00e9\"?","context":["a\\b","\ud83d\ude00"],"long_answer":"1\n2"}"#)
        #expect(seen.texts == ["Abstract: a\\b\n😀\nQuestion: \"Qé\"?\nAnswer:", "1\n2"])
    }

    @Test("the layout names the columns it reads, as the file spells them")
    func columns() {
        let names = ["QUESTION", "CONTEXTS", "LABELS", "YEAR", "final_decision", "LONG_ANSWER"]
        let layout = PubMedQALayout(
            columns: names.map { Column(name: $0, position: nil) }, answerSource: .long, contexts: .include,
            reason: "asked for")
        #expect(layout.columns.map(\.name) == ["QUESTION", "CONTEXTS", "final_decision", "LONG_ANSWER"])
        #expect(layout.name == "pubmedqa")
        #expect(layout.reason == "asked for")
    }

    @Test("a prompt that should hold an abstract needs one")
    func emptyContext() throws {
        let text = record(context: "[]", #""long_answer":"L""#)
        #expect(try only(text).defects == [.blank(field: "context")])
    }
}
