/// The automaton the estimator walks: its states are the positions of every kind of run.
///
/// A word of seven small letters after a space passes the states `spaces 0, spacedLower 0 … spacedLower 6`,
/// so weights on states add up to any function of a word's length, case and surroundings.
struct TextAutomaton {
    /// Where the states of each run begin, by `TextRun.rawValue`.
    let firstState: [Int]
    /// The run of each state.
    let run: [TextRun]
    /// The next state, by state and byte class: `state * classCount + class`.
    let next: [Int]

    static let classCount = ByteClass.allCases.count
    static let shared = TextAutomaton()
    /// The state a single space leads to from anything but a space.
    static let afterFirstSpace = shared.firstState[TextRun.spaces.rawValue]

    var stateCount: Int { run.count }

    private init() {
        var firstState: [Int] = []
        var run: [TextRun] = []
        for kind in TextRun.allCases {
            firstState.append(run.count)
            run += Array(repeating: kind, count: kind.depth)
        }
        self.firstState = firstState
        self.run = run
        next = run.indices.flatMap { state in
            let kind = run[state]
            let position = state - firstState[kind.rawValue]
            return ByteClass.allCases.map { Self.next(from: kind, at: position, $0, firstState) }
        }
    }

    private static func next(
        from kind: TextRun, at position: Int, _ byte: ByteClass, _ firstState: [Int]
    ) -> Int {
        guard let target = kind.next(byte, at: position) else { return firstState[kind.rawValue] + position }
        return firstState[target.rawValue] + entered(target, from: kind, at: position)
    }

    /// The position in `target` that a character leads to.
    private static func entered(_ target: TextRun, from kind: TextRun, at position: Int) -> Int {
        if target == .digits && kind == .digits { return (position + 1) % target.depth }
        if target == kind { return min(position + 1, target.depth - 1) }
        // The first letter of a capitalised word was read as the first of a run of capitals.
        let hasFirst =
            (kind == .spacedUpper || kind == .upper) && (target == .spacedCapital || target == .capital)
        return hasFirst ? 1 : 0
    }
}
