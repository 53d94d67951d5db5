/// What a chat or a completion asks for, checked.
struct ChatRequest {
    let model: String
    /// The last thing said, which the answer repeats.
    let question: String
    let promptTokens: Int
    let limit: Int?
    let count: Int
    let stream: Bool
    let includesUsage: Bool
    /// The name of the first tool, when the model may call it.
    let tool: String?

    /// A request of `/chat/completions`.
    init(_ body: JSON, model: String) throws(Refusal) {
        guard let messages = body["messages"]?.array, !messages.isEmpty else {
            throw Refusal(400, message: "messages must be a list that is not empty")
        }
        var texts: [String] = []
        for message in messages { texts.append(try ChatRequest.text(of: message)) }
        try self.init(body, model: model, texts: texts)
    }

    /// A request of `/completions`.
    init(prompt body: JSON, model: String) throws(Refusal) {
        guard let prompt = body["prompt"]?.string else {
            throw Refusal(400, message: "prompt must be a string")
        }
        try self.init(body, model: model, texts: [prompt])
    }

    private init(_ body: JSON, model: String, texts: [String]) throws(Refusal) {
        self.model = model
        question = texts.last ?? ""
        promptTokens = texts.reduce(0) { $0 + Quote.tokens($1) }
        limit = try ChatRequest.limit(of: body)
        count = try ChatRequest.integer("n", of: body, in: 1...16) ?? 1
        stream = body["stream"]?.bool ?? false
        includesUsage = body["stream_options"]?["include_usage"]?.bool ?? false
        let choice = body["tool_choice"]?.string ?? "auto"
        guard ["auto", "none"].contains(choice), body["tool_choice"]?.object == nil else {
            throw Refusal(400, message: "tool_choice must be auto or none")
        }
        tool = choice == "none" ? nil : body["tools"]?.array?.first?["function"]?["name"]?.string
        for (name, range) in [("temperature", 0.0...2), ("top_p", 0.0...1)] {
            guard let value = body[name], value != .null else { continue }
            guard let number = value.number, range.contains(number) else {
                throw Refusal(
                    400, message: "\(name) must be a number from \(range.lowerBound) to \(range.upperBound)")
            }
        }
    }

    private static func text(of message: JSON) throws(Refusal) -> String {
        guard let role = message["role"]?.string,
            ["system", "developer", "user", "assistant", "tool"].contains(role)
        else { throw Refusal(400, message: "a message has no role, or one that is not known") }
        if let content = message["content"]?.string { return content }
        if role == "assistant", message["tool_calls"]?.array != nil { return "" }
        guard let parts = message["content"]?.array else {
            throw Refusal(400, message: "a message has no content")
        }
        return parts.compactMap { $0["text"]?.string }.joined(separator: "\n")
    }

    private static func limit(of body: JSON) throws(Refusal) -> Int? {
        let newer = try integer("max_completion_tokens", of: body, in: 1...Int.max)
        let older = try integer("max_tokens", of: body, in: 1...Int.max)
        return newer ?? older
    }

    private static func integer(
        _ name: String, of body: JSON, in range: ClosedRange<Int>
    ) throws(Refusal) -> Int? {
        guard let value = body[name], value != .null else { return nil }
        guard let number = value.integer, range.contains(number) else {
            throw Refusal(400, message: "\(name) must be an integer from \(range.lowerBound) on")
        }
        return number
    }
}
