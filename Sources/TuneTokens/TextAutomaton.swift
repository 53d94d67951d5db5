/// The automaton behind the estimator: its states are the positions of every kind of run.
///
/// A word of seven small letters after a space passes the states `spaces 0, spacedLower 0 … spacedLower 6`, so
/// weights on states add up to any function of a word's length, case and surroundings.
struct TextAutomaton {
    /// Where the states of each run begin, by `TextRun.rawValue`.
    let firstState: [Int]
    /// The run of each state.
    let run: [TextRun]
    /// The next state, by state and byte class: `state * classCount + class`.
    let next: [Int]

    static let classCount = ByteClass.allCases.count
    static let shared = TextAutomaton()

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
            return ByteClass.allCases.map { byte in
                Self.next(from: kind, at: position, byte, firstState)
            }
        }
    }

    private static func next(
        from kind: TextRun, at position: Int, _ byte: ByteClass, _ firstState: [Int]
    ) -> Int {
        guard let target = kind.next(byte, at: position) else { return firstState[kind.rawValue] + position }
        let first = firstState[target.rawValue]
        if byte == .endOfText { return first }
        if kind == .digits && target == .digits { return first + (position + 1) % 3 }
        // The first capital of a capitalised word was its first letter.
        let goesOn = target == kind || kind == .spacedUpper && target == .spacedCapital
            || kind == .upper && target == .capital || kind == .spacedUpper && target == .capital
        return goesOn ? first + min(target == kind ? position + 1 : 1, target.depth - 1) : first
    }
}
