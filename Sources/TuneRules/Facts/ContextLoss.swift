/// What a context length cuts off an example.
public struct ContextLoss: Sendable, Equatable {
    /// Tokens beyond the context.
    public var tokens: Int
    /// How many of them belong to what the assistant says.
    public var answerTokens: Int
    /// True when nothing is left of what the assistant says.
    public var losesAllAnswers: Bool
}
