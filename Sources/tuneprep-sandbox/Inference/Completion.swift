import Foundation

/// The form of `/completions`.
struct Completion: AnswerForm {
    private let head: AnswerHead

    init(_ ask: ChatRequest, _ scenario: Scenario, at date: Date) {
        head = AnswerHead("cmpl", ask, scenario, at: date)
    }

    func whole(_ reply: ChatReply) -> JSON {
        let choices = (0..<reply.ask.count).map { choice($0, reply.content, reply.finish) }
        return chunk(choices, usage: reply.usage)
    }

    func chunks(_ reply: ChatReply, choice index: Int) -> [JSON] {
        ChatReply.pieces(of: reply.content).map { choice(index, $0, nil) } + [choice(index, "", reply.finish)]
    }

    func chunk(_ choices: [JSON], usage: JSON?) -> JSON {
        let json = head.json(object: "text_completion").merging(["choices": .array(choices)])
        return usage.map { json.merging(["usage": $0]) } ?? json
    }

    private func choice(_ index: Int, _ text: String, _ finish: String?) -> JSON {
        head.finishing(["index": .integer(index), "text": .string(text), "logprobs": nil], finish)
    }
}
