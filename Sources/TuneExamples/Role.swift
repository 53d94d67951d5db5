import TuneBytes

/// Who speaks.
public enum Role: UInt8, Sendable {
    case system, user, assistant, tool

    /// The word for the role in files and messages.
    public var word: String {
        switch self {
        case .system: "system"
        case .user: "user"
        case .assistant: "assistant"
        case .tool: "tool"
        }
    }

    /// The role whose own word these bytes are.
    static func spelled(_ word: Span<UInt8>) -> Role? {
        for (bytes, role) in spellings where word.isEqual(to: bytes.span) { return role }
        return nil
    }

    private static let spellings = [Role.system, .user, .assistant, .tool].map { (Array($0.word.utf8), $0) }

    /// The role a word means, and whether the word is the role's own or an alias. Compared in lower case,
    /// trimmed.
    static func named(_ word: String) -> (role: Role, isAlias: Bool)? {
        let folded = word.lowercased().trimmed
        for role in [Role.system, .user, .assistant, .tool] where role.word == folded {
            return (role, word != folded)
        }
        return aliases[folded].map { ($0, true) }
    }

    /// True for a word that names a role at the beginning of a conversation only.
    static func isOnlyFirst(_ word: String) -> Bool { word.lowercased().trimmed == "context" }

    /// The words a role goes by in published data sets.
    static let aliases: [String: Role] = {
        let words: [(Role, String)] = [
            (.system, "developer instruction instructions preamble context"),
            (.user, "human prompter customer question input person student"),
            (
                .assistant,
                "gpt chatgpt bot chatbot ai model bing bard claude llm answer response output teacher"
            ),
            (.assistant, "function_call function-call tool_call tool_calls functioncall"),
            (.tool, "observation function ipython function_response tool_response tool_result"),
        ]
        var table: [String: Role] = [:]
        for (role, list) in words {
            for word in list.split(separator: " ") { table[String(word)] = role }
        }
        return table
    }()

    /// Every word that names a role, for near misses.
    public static let knownWords: [String] =
        ["system", "user", "assistant", "tool"] + aliases.keys.sorted()
}
