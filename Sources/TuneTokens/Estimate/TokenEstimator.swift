/// Estimates the tokens of a text without the model's vocabulary, in one pass.
///
/// A linear model: an automaton follows the runs of letters, digits, blanks and signs, every state it enters
/// and every pair of neighbouring bytes has a weight in 1/1024 token, fitted to the model's own tokenizer
/// (Tests/Calibration). Estimates are sums of integers, so a text has the same estimate everywhere.
public struct TokenEstimator: TokenCounter, Sendable {
    /// The family whose tokens are estimated.
    public let family: ModelFamily
    private let tables: EstimatorTables

    /// What the errors of single words add to a text's own, in per mille at one byte; it falls with the root.
    private static let smallTextError = 1500.0

    /// An estimator for a family. Cheap: the tables are built once per process and shared.
    public init(family: ModelFamily) {
        self.family = family
        tables = EstimatorTables.of(family)
    }

    /// The estimated ordinary tokens of a text: 0 if it is empty, else at least 1. O(bytes), no allocation.
    public func count(_ text: Span<UInt8>) -> Int {
        if text.isEmpty { return 0 }
        let rows = tables.rows.span
        let steps = tables.steps.span
        let pairs = tables.pairs.span
        // Each step waits for the state the last one led to, so two halves at once take little longer than
        // one.
        let middle = Self.afterSpace(nearMiddleOf: text)
        var first = EstimatorWalk(state: 0, previous: 0)
        var second = EstimatorWalk(state: TextAutomaton.afterFirstSpace, previous: 0x20)
        var left = 0
        var right = middle
        while left < middle && right < text.count {
            first.step(text[left], rows: rows, steps: steps, pairs: pairs)
            second.step(text[right], rows: rows, steps: steps, pairs: pairs)
            left &+= 1
            right &+= 1
        }
        while left < middle {
            first.step(text[left], rows: rows, steps: steps, pairs: pairs)
            left &+= 1
        }
        if middle == text.count {
            second = EstimatorWalk(state: first.state, previous: 0)
        }
        while right < text.count {
            second.step(text[right], rows: rows, steps: steps, pairs: pairs)
            right &+= 1
        }
        second.end(steps)
        return max(1, (first.weight &+ second.weight &+ 512) &>> 10)
    }

    /// How far the summed estimates of a file's records may be from its tokens, either way, in per mille: at
    /// most 1000.
    ///
    /// Lies between the bounds measured for ASCII text and for text without any ASCII, by the share of such
    /// bytes; every text held out from the fit lies inside (Tests/Calibration/README.md). A few bytes leave
    /// errors no room to cancel out, so the bound is wider below some hundred kilobytes. An expectation, not
    /// a guarantee: a language the fit never saw may be further off.
    public func errorPermille(nonASCIIBytes: Int, of bytes: Int) -> Int {
        let bytes = max(1, bytes)
        let share = Double(min(max(0, nonASCIIBytes), bytes)) / Double(bytes)
        let (ascii, other) = tables.errorPermille
        let small = Self.smallTextError / Double(bytes).squareRoot()
        return min(1000, ascii + Int((Double(other - ascii) * share + small).rounded(.up)))
    }

    /// The offset in the second half that follows a letter and a space, where the state is known without having
    /// read the first; the end of the text if there is none nearby.
    private static func afterSpace(nearMiddleOf text: Span<UInt8>) -> Int {
        let half = text.count / 2
        guard half >= 64 else { return text.count }
        for index in half..<(half + 48) where text[index] == 0x20 && isLetter(text[index - 1]) {
            return index + 1
        }
        return text.count
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26
    }
}
