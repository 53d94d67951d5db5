import Testing

@testable import TuneExamples

@Suite("roles are known by many words")
struct RoleTests {
    @Test(
        "a role's own word is no alias",
        arguments: [("system", Role.system), ("user", .user), ("assistant", .assistant), ("tool", .tool)])
    func ownWord(word: String, role: Role) throws {
        let named = try #require(Role.named(word))
        #expect(named.role == role)
        #expect(!named.isAlias)
        #expect(role.word == word)
    }

    static let aliases: [(Role, String)] = [
        (.system, "developer instruction instructions preamble context"),
        (.user, "human prompter customer question input person student"),
        (
            .assistant,
            "gpt chatgpt bot chatbot ai model bing bard claude llm answer response output teacher"
                + " function_call function-call tool_call tool_calls functioncall"
        ),
        (.tool, "observation function ipython function_response tool_response tool_result"),
    ]

    @Test("the words of published data sets are aliases", arguments: aliases)
    func aliasWords(role: Role, words: String) throws {
        for word in words.split(separator: " ") {
            let named = try #require(Role.named(String(word)), "\(word)")
            #expect(named.role == role, "\(word)")
            #expect(named.isAlias, "\(word)")
            #expect(Role.knownWords.contains(String(word)), "\(word)")
        }
    }

    @Test(
        "capitals and spaces around a word make it an alias",
        arguments: ["User", " user", "USER\n", "\tHuman "])
    func spelling(word: String) throws {
        let named = try #require(Role.named(word))
        #expect(named.role == .user)
        #expect(named.isAlias)
    }

    @Test(
        "other words name no role, spaces inside a word included",
        arguments: ["", " ", "narrator", "asistant", "us er", "users", "system prompt"])
    func unknown(word: String) {
        #expect(Role.named(word) == nil)
    }

    @Test("the known words are each given once, the roles' own first")
    func knownWords() {
        #expect(Array(Role.knownWords.prefix(4)) == ["system", "user", "assistant", "tool"])
        #expect(Set(Role.knownWords).count == Role.knownWords.count)
    }
}
