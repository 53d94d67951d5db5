import Foundation

/// The form of `/chat/completions`.
struct Conversation: AnswerForm {
    private let head: AnswerHead

    init(_ ask: ChatRequest, in scenario: Scenario, at date: Date) {
        head = AnswerHead("chatcmpl", to: ask, in: scenario, at: date)
    }

    func whole(_ reply: ChatReply) -> JSON {
        let choices = (0..<reply.ask.count).map { index in
            let message: JSON = [
                "role": "assistant", "content": reply.tool == nil ? .string(reply.content) : nil,
                "reasoning_content": JSON(reply.reasoning),
                "tool_calls": .array(
                    reply.tool.map { [Conversation.call($0, arguments: "{\"query\":\"rehearsal\"}")] } ?? []),
            ]
            return head.finishing(
                ["index": .integer(index), "message": message, "logprobs": nil, "stop_reason": nil],
                reason: reply.finish)
        }
        return head.json(object: "chat.completion").merging([
            "choices": .array(choices), "usage": reply.usage, "prompt_logprobs": nil,
        ])
    }

    func chunks(_ reply: ChatReply, choice: Int) -> [JSON] {
        var deltas: [JSON] = [["role": "assistant", "content": ""]]
        if let reasoning = reply.reasoning {
            deltas += ChatReply.pieces(of: reasoning).map { ["reasoning_content": .string($0)] }
        }
        deltas += ChatReply.pieces(of: reply.content).map { ["content": .string($0)] }
        if let tool = reply.tool { deltas += Conversation.pieces(ofCall: tool) }
        let begun = deltas.map { delta in
            head.finishing(["index": .integer(choice), "delta": delta, "logprobs": nil], reason: nil)
        }
        let end = head.finishing(
            ["index": .integer(choice), "delta": [:], "logprobs": nil], reason: reply.finish)
        return begun + [end]
    }

    func chunk(_ choices: [JSON], usage: JSON?) -> JSON {
        let json = head.json(object: "chat.completion.chunk").merging(["choices": .array(choices)])
        return usage.map { json.merging(["usage": $0]) } ?? json
    }

    private static func call(_ name: String, arguments: String) -> JSON {
        [
            "id": "call-1", "type": "function",
            "function": ["name": .string(name), "arguments": .string(arguments)],
        ]
    }

    /// A call in a stream: its name first, then its arguments in pieces, joined by `index`.
    private static func pieces(ofCall name: String) -> [JSON] {
        let first = call(name, arguments: "").merging(["index": 0])
        let rest = ["{\"query\":", "\"rehear", "sal\"}"].map { piece -> JSON in
            ["index": 0, "function": ["arguments": .string(piece)]]
        }
        return ([first] + rest).map { ["tool_calls": [$0]] }
    }
}
