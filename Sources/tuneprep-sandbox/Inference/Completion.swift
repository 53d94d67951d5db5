import Foundation

/// The form of `/completions`.
struct Completion: AnswerForm {
    private let head: AnswerHead

    init(_ ask: ChatRequest, in scenario: Scenario, at date: Date) {
        head = AnswerHead("cmpl", to: ask, in: scenario, at: date)
    }

    func whole(_ reply: ChatReply) -> JSON {
        let choices = (0..<reply.ask.count).map { choice($0, text: reply.content, finish: reply.finish) }
        return chunk(choices, usage: reply.usage)
    }

    func chunks(_ reply: ChatReply, choice index: Int) -> [JSON] {
        ChatReply.pieces(of: reply.content).map { choice(index, text: $0, finish: nil) } + [
            choice(index, text: "", finish: reply.finish)
        ]
    }

    func chunk(_ choices: [JSON], usage: JSON?) -> JSON {
        let json = head.json(object: "text_completion").merging(["choices": .array(choices)])
        return usage.map { json.merging(["usage": $0]) } ?? json
    }

    private func choice(_ index: Int, text: String, finish: String?) -> JSON {
        head.finishing(["index": .integer(index), "text": .string(text), "logprobs": nil], reason: finish)
    }
}
