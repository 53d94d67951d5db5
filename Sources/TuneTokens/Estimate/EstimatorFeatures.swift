/// The features the estimator sees in a text, numbered. For fitting its weights; nothing else needs them.
@_spi(Calibration) public struct EstimatorFeatures {
    /// Feature numbers from 0 are entered states.
    public static var stateCount: Int { TextAutomaton.shared.stateCount }
    /// Then come byte classes met in a kind of run.
    public static var stepCount: Int { TextRun.allCases.count * TextAutomaton.classCount }
    /// And last pairs of bytes, `previous << 8 | byte`.
    public static var pairCount: Int { 65_536 }
    /// The names of the states and steps, in order.
    public static var names: [String] {
        let automaton = TextAutomaton.shared
        let states = (0..<automaton.stateCount).map { state in
            "\(automaton.run[state]) \(state - automaton.firstState[automaton.run[state].rawValue])"
        }
        let steps = TextRun.allCases.flatMap { run in ByteClass.allCases.map { "\(run) > \($0)" } }
        return states + steps
    }

    /// Calls `body` with every feature of a text, one by one.
    public static func visit(_ text: Span<UInt8>, _ body: (Int) -> Void) {
        if text.isEmpty { return }
        let automaton = TextAutomaton.shared
        var state = 0
        var previous = 0
        for index in text.indices {
            let byte = Int(text[index])
            visitStep(from: &state, over: Int(ByteClass.ofByte[byte]), of: automaton, body)
            body(stateCount + stepCount + previous << 8 + byte)
            previous = byte
        }
        visitStep(from: &state, over: Int(ByteClass.endOfText.rawValue), of: automaton, body)
    }

    private static func visitStep(
        from state: inout Int, over byte: Int, of automaton: TextAutomaton, _ body: (Int) -> Void
    ) {
        let width = TextAutomaton.classCount
        body(automaton.stateCount + automaton.run[state].rawValue * width + byte)
        let next = automaton.next[state * width + byte]
        // A continuation byte is part of the character that led it: only its pairs count.
        if byte != ByteClass.continuation.rawValue { body(next) }
        state = next
    }
}
