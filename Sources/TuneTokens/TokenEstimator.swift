/// Estimates the tokens of a text without the model's vocabulary, in one pass.
///
/// A linear model: an automaton follows the runs of letters, digits, blanks and signs, every state it enters
/// and every pair of neighbouring bytes has a weight in 1/1024 token, fitted to the model's own tokenizer
/// (Tests/Calibration). Integer arithmetic only, so a text has the same estimate everywhere.
public struct TokenEstimator: TokenCounter {
    /// The family whose tokens are estimated.
    public let family: ModelFamily
    private let tables: EstimatorTables

    /// An estimator for a family. Cheap: the tables are built once per process and shared.
    public init(family: ModelFamily) {
        self.family = family
        tables = EstimatorTables.of(family)
    }

    /// The estimated ordinary tokens of a text: 0 if it is empty, else at least 1. O(bytes), no allocation.
    public func count(_ text: Span<UInt8>) -> Int {
        if text.isEmpty { return 0 }
        let classes = tables.classes.span
        let steps = tables.steps.span
        let pairs = tables.pairs.span
        var state = 0
        var previous = 0
        var total = 512
        for index in text.indices {
            let byte = Int(text[index])
            let step = steps[state &+ Int(classes[byte])]
            total &+= Int(step &>> 16) &+ Int(pairs[previous &<< 8 | byte])
            state = Int(step & 0xFFFF)
            previous = byte
        }
        total &+= Int(steps[state &+ Int(ByteClass.endOfText.rawValue)] &>> 16)
        return max(1, total &>> 10)
    }
}
