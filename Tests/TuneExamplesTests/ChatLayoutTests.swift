import Testing
import TuneExamples
import TuneRecords

@Suite("a list of messages is read in all its spellings")
struct ChatLayoutTests {
    private func only(_ text: String) throws -> ReadExample {
        let seen = try Memory.examples(in: text)
        #expect(seen.count == 1)
        return try #require(seen.first)
    }

    private func messages(_ messages: String...) throws -> ReadExample {
        try only(#"{"messages":[\#(messages.joined(separator: ","))]}"#)
    }

    private let hello = #"{"role":"assistant","content":"Hello"}"#

    @Test("`messages` and `conversations` give the same conversation")
    func twoSpellings() throws {
        let chat = try only(
            #"""
            {"messages":[{"role":"system","content":"S"},{"role":"user","content":"U"},\#
            {"role":"assistant","content":"A"},{"content":"T","role":"tool"}]}
            """#)
        #expect(chat.kind == .conversation)
        #expect(chat.roles == [.system, .user, .assistant, .tool])
        #expect(chat.texts == ["S", "U", "A", "T"])
        #expect(chat.defects.isEmpty)
        let shared = try only(
            #"""
            {"conversations":[{"from":"system","value":"S"},{"from":"human","value":"U"},\#
            {"from":"gpt","value":"A"},{"from":"observation","value":"T"}]}
            """#)
        #expect(shared.roles == chat.roles)
        #expect(shared.texts == chat.texts)
        #expect(
            shared.defects == [
                .roleAlias(word: "human", role: "user"), .roleAlias(word: "gpt", role: "assistant"),
                .roleAlias(word: "observation", role: "tool"),
            ])
        #expect(!shared.isUnusable)
    }

    @Test("the prompt is the first word of the user, the answer the last of the assistant")
    func promptAndAnswer() throws {
        let seen = try messages(
            hello, #"{"role":"user","content":"1"}"#, #"{"role":"assistant","content":"2"}"#,
            #"{"role":"user","content":"3"}"#)
        #expect(seen.prompt == "1")
        #expect(seen.answer == "2")
    }

    @Test(
        "the role stands under any of its keys",
        arguments: ["role", "from", "speaker", "author", "sender", "type"])
    func roleKeys(key: String) throws {
        let seen = try messages(#"{"\#(key)":"user","content":"Hi"}"#)
        #expect(seen.roles == [.user])
        #expect(seen.defects.isEmpty)
    }

    @Test(
        "the text stands under any of its keys", arguments: ["content", "value", "text", "message", "body"])
    func textKeys(key: String) throws {
        let seen = try messages(#"{"role":"user","\#(key)":"Hi"}"#)
        #expect(seen.texts == ["Hi"])
        #expect(seen.defects.isEmpty)
    }

    @Test("a role's key comes before a type")
    func roleBeforeType() throws {
        let seen = try messages(#"{"type":"message","role":"user","content":"Hi"}"#)
        #expect(seen.roles == [.user])
    }

    @Test("an unknown role is named and pointed at, and the other messages are read")
    func unknownRole() throws {
        let seen = try messages(#"{"role":"asistant","content":"Hi"}"#, hello)
        #expect(seen.defects == [.unknownRole(word: "asistant")])
        #expect(seen.defectiveValues == [.text])
        #expect(seen.roles == [.assistant])
        #expect(seen.isUnusable)
    }

    @Test("a message without a role, or with null for it, misses it", arguments: ["", #""role":null,"#])
    func missingRole(member: String) throws {
        let seen = try messages(#"{\#(member)"content":"Hi"}"#)
        #expect(seen.defects == [.missing(field: "role")])
        #expect(seen.defectiveValues == [.object])
    }

    @Test(
        "a role that is no text is of the wrong type",
        arguments: [("7", RecordValue.Kind.number), ("[]", .array)])
    func roleOfAnotherKind(value: String, kind: RecordValue.Kind) throws {
        let seen = try messages(#"{"role":\#(value),"content":"Hi"}"#)
        #expect(seen.defects == [.wrongType(field: "role", found: kind, wanted: "text")])
        #expect(seen.defectiveValues == [kind])
    }

    @Test("text parts are joined without anything between")
    func parts() throws {
        let seen = try messages(
            #"{"role":"user","content":[{"type":"text","text":"One "},{"type":"text","value":"two"}]}"#,
            #"{"role":"assistant","content":[]}"#)
        #expect(seen.texts == ["One two", ""])
        #expect(seen.defects.isEmpty)
    }

    @Test(
        "a part without text is pointed at",
        arguments: [
            (#"{"type":"image_url","image_url":{"url":"x"}}"#, RecordValue.Kind.object), (#""Hi""#, .text),
            ("null", .null), (#"{"type":"text","text":5}"#, .object),
        ])
    func partWithoutText(part: String, kind: RecordValue.Kind) throws {
        let seen = try messages(#"{"role":"user","content":[{"type":"text","text":"One"},\#(part)]}"#, hello)
        #expect(seen.defects == [.wrongType(field: "content", found: kind, wanted: "text parts")])
        #expect(seen.defectiveValues == [kind])
        #expect(seen.roles == [.assistant])
    }

    @Test("null content is legal beside tool calls, whose JSON is the text")
    func toolCalls() throws {
        let calls = #"[{"id":"1","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}]"#
        for content in [#""content":null,"#, ""] {
            let seen = try messages(#"{"role":"assistant",\#(content)"tool_calls":\#(calls)}"#)
            #expect(seen.texts == [calls])
            #expect(seen.defects.isEmpty)
        }
    }

    @Test("a single function call is as good as a list of tool calls")
    func functionCall() throws {
        let call = #"{"name":"f","arguments":"{}"}"#
        let seen = try messages(#"{"role":"assistant","content":null,"function_call":\#(call)}"#)
        #expect(seen.texts == [call])
        #expect(seen.defects.isEmpty)
    }

    @Test(
        "null content without a call is missing",
        arguments: [
            #""content":null"#, #""name":"x""#, #""content":null,"tool_calls":null"#,
            #""content":null,"tool_calls":[]"#,
        ])
    func missingContent(members: String) throws {
        let seen = try messages(#"{"role":"assistant",\#(members)}"#)
        #expect(seen.defects == [.missing(field: "content")])
        #expect(seen.defectiveValues == [.object])
        #expect(seen.texts.isEmpty)
    }

    @Test("content that is a number is noted, an object refused")
    func contentOfAnotherKind() throws {
        let number = try messages(#"{"role":"user","content":42}"#)
        #expect(number.texts == ["42"])
        #expect(number.defects == [.notText(field: "content", found: .number)])
        let object = try messages(#"{"role":"user","content":{"text":"Hi"}}"#)
        #expect(object.defects == [.wrongType(field: "content", found: .object, wanted: "text")])
    }

    @Test("empty content is an empty text")
    func emptyContent() throws {
        let seen = try messages(#"{"role":"assistant","content":""}"#)
        #expect(seen.texts == [""])
        #expect(seen.defects.isEmpty)
    }

    @Test("a system text beside the list comes first")
    func topLevelSystem() throws {
        let seen = try only(
            #"{"conversations":[{"from":"human","value":"U"},{"from":"gpt","value":"A"}],"system":"S"}"#)
        #expect(seen.roles == [.system, .user, .assistant])
        #expect(seen.texts == ["S", "U", "A"])
    }

    @Test("a system text that is empty, null or no text is none", arguments: [#""""#, "null", "5", "[]"])
    func noSystem(value: String) throws {
        let seen = try only(#"{"system":\#(value),"messages":[\#(hello)]}"#)
        #expect(seen.roles == [.assistant])
        #expect(seen.defects.isEmpty)
    }

    @Test(
        "a list of another kind is of the wrong type",
        arguments: [(#""Hello""#, RecordValue.Kind.text), ("{}", .object), ("1", .number)])
    func listOfAnotherKind(value: String, kind: RecordValue.Kind) throws {
        let seen = try only(#"{"messages":\#(value)}"#)
        #expect(seen.defects == [.wrongType(field: "messages", found: kind, wanted: "a list of messages")])
        #expect(seen.kind == .conversation)
        #expect(seen.isUnusable)
    }

    @Test("a list that is null or not there is missing")
    func missingList() throws {
        let seen = try Memory.examples(in: #"{"messages":null}"# + "\n" + #"{"message":[]}"#)
        #expect(seen.map(\.defects) == [[.missing(field: "messages")], [.missing(field: "messages")]])
    }

    @Test("what is no message is refused, and the messages around it are read")
    func noMessage() throws {
        let seen = try messages(#""Hi""#, hello, "null", "[\(hello)]")
        #expect(
            seen.defects
                == [RecordValue.Kind.text, .null, .array].map {
                    .wrongType(field: "messages", found: $0, wanted: "a message object")
                })
        #expect(seen.texts == ["Hello"])
    }

    @Test("an empty list is an example of nothing, without defects")
    func emptyList() throws {
        let seen = try only(#"{"messages":[]}"#)
        #expect(seen.kind == .conversation)
        #expect(seen.roles.isEmpty)
        #expect(seen.answer == nil)
        #expect(seen.defects.isEmpty)
    }
}
