import TuneRules

/// What a context length cuts off the examples of a file.
public struct OverContextTally: Sendable, Equatable {
    /// Examples longer than the context.
    public var examples = 0
    /// Tokens beyond it.
    public var tokensLost = 0
    /// How many of them belong to answers.
    public var answerTokensLost = 0
    /// Examples of whose answers nothing is left.
    public var answersWhollyLost = 0

    mutating func add(_ loss: ContextLoss) {
        examples += 1
        tokensLost += loss.tokens
        answerTokensLost += loss.answerTokens
        if loss.losesAllAnswers { answersWhollyLost += 1 }
    }

    mutating func merge(_ other: OverContextTally) {
        examples += other.examples
        tokensLost += other.tokensLost
        answerTokensLost += other.answerTokensLost
        answersWhollyLost += other.answersWhollyLost
    }
}
