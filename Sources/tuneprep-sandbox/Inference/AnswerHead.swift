import Foundation

/// What every answer says of itself.
struct AnswerHead: Sendable {
    let prefix: String
    let model: String
    let created: Int
    let scenario: Scenario

    /// The head of an answer given at a time; its id begins with `prefix`.
    init(_ prefix: String, to ask: ChatRequest, in scenario: Scenario, at date: Date) {
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
    func finishing(_ choice: JSON, reason: String?) -> JSON {
        switch scenario.finishReason {
        case .present: choice.merging(["finish_reason": JSON(reason)])
        case .null: choice.merging(["finish_reason": nil])
        case .missing: choice
        }
    }
}
