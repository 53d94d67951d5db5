import Foundation

/// How an answer is written, whole and in chunks.
protocol AnswerForm: Sendable {
    func whole(_ reply: ChatReply) -> JSON
    /// What the chunks of one choice carry, in order; the last says why it ends.
    func chunks(_ reply: ChatReply, choice: Int) -> [JSON]
    /// A chunk around choices.
    func chunk(_ choices: [JSON], usage: JSON?) -> JSON
}

/// What every answer says of itself.
struct AnswerHead: Sendable {
    let prefix: String
    let model: String
    let created: Int
    let scenario: Scenario

    init(_ prefix: String, _ ask: ChatRequest, _ scenario: Scenario, at date: Date) {
        self.prefix = prefix
        self.scenario = scenario
        model = ask.model
        created = Int(date.timeIntervalSince1970)
    }

    func json(object: String) -> JSON {
        [
            "id": "\(prefix)-\(created)", "object": .string(object), "created": .integer(created),
            "model": .string(model),
        ]
    }

    /// A choice with its `finish_reason`, as the scenario writes it.
    func finishing(_ choice: JSON, _ reason: String?) -> JSON {
        switch scenario.finishReason {
        case .present: choice.merging(["finish_reason": JSON(reason)])
        case .null: choice.merging(["finish_reason": nil])
        case .missing: choice
        }
    }
}
