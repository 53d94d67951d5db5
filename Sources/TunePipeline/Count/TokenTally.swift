import TuneExamples
import TuneRules
import TuneTokens

/// The tokens of a file, by part; integers only, so that any order of merging gives the same totals.
public struct TokenTally: Sendable, Equatable {
    /// Tokens the assistant says.
    public var answer = 0
    /// Tokens of everything else that is said.
    public var prompt = 0
    /// Tokens the chat template adds.
    public var overhead = 0
    /// Bytes of text counted.
    public var bytes = 0
    /// How many of them are not ASCII.
    public var nonASCIIBytes = 0
    /// The tokens of each example.
    public var lengths = LengthTable()
    /// What the context length cuts off.
    public var overContext = OverContextTally()

    /// The tokens of all that is said, and of the template.
    public var total: Int { prompt + answer + overhead }

    /// Takes another tally in.
    public mutating func merge(_ other: TokenTally) {
        answer += other.answer
        prompt += other.prompt
        overhead += other.overhead
        bytes += other.bytes
        nonASCIIBytes += other.nonASCIIBytes
        lengths.merge(other.lengths)
        overContext.merge(other.overContext)
    }

    mutating func add(_ example: borrowing Example, _ tokens: borrowing ExampleTokens) {
        for index in example.messages.indices {
            let message = tokens.messages[index]
            overhead += message.overhead
            if example.messages[index].role == .assistant {
                answer += message.own
            } else {
                prompt += message.own
            }
        }
        lengths.add(tokens.total)
        if let loss = tokens.loss(of: example) { overContext.add(loss) }
    }
}
