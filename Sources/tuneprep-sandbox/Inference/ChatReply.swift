/// What the model says: the scenario's words, or the question again.
struct ChatReply {
    let ask: ChatRequest
    let content: String
    let reasoning: String?
    /// The name of the tool that is called in place of an answer.
    let tool: String?
    let finish: String
    let tokens: Int

    init(_ ask: ChatRequest, in scenario: Scenario) {
        self.ask = ask
        tool = scenario.toolCall ? ask.tool : nil
        reasoning = scenario.reasoning ? "This is a rehearsal, so the answer is made up." : nil
        let whole = tool == nil ? scenario.chatReply ?? "Rehearsal – you said: \(ask.question)" : ""
        let pieces = ChatReply.pieces(of: whole)
        let kept = pieces.prefix(ask.limit ?? pieces.count)
        content = kept.joined()
        finish = tool != nil ? "tool_calls" : kept.count < pieces.count ? "length" : "stop"
        tokens = max(1, kept.count)
    }

    /// The pieces a stream sends, each a token here: words with the space before them.
    static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        for letter in text {
            if letter == " " || pieces.isEmpty {
                pieces.append(String(letter))
            } else {
                pieces[pieces.count - 1].append(letter)
            }
        }
        return pieces
    }

    var usage: JSON {
        [
            "prompt_tokens": .integer(ask.promptTokens), "completion_tokens": .integer(tokens),
            "total_tokens": .integer(ask.promptTokens + tokens), "prompt_tokens_details": nil,
        ]
    }
}
