public import TuneExamples
public import TuneTokens

/// The tokens of one example, by message.
public struct ExampleTokens: Sendable {
    /// The tokens of each message and of what the chat template puts around it, in the example's order.
    public var messages: [ChatCounter.Message] = []
    /// True when a vocabulary counted them, false for an estimate.
    public var isExact = false
    /// How many tokens the model reads.
    public var context = Int.max

    /// Tokens of an example without messages; the context is unbounded.
    public init() {}

    /// The tokens of all messages, the template's included.
    public var total: Int { messages.reduce(0) { $0 + $1.total } }

    /// What is lost when the tail beyond the context is cut off.
    public func loss(of example: borrowing Example) -> ContextLoss? {
        let over = total - context
        guard over > 0 else { return nil }
        var rest = over
        var lostAnswer = 0
        var answer = 0
        for index in example.messages.indices.reversed() {
            let message = messages[index]
            rest -= min(rest, message.after)
            let lost = min(rest, message.own)
            rest -= lost
            rest -= min(rest, message.before)
            if example.messages[index].role == .assistant {
                lostAnswer += lost
                answer += message.own
            }
        }
        return ContextLoss(tokens: over, answerTokens: lostAnswer, losesAllAnswers: lostAnswer == answer)
    }
}
